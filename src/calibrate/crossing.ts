/** The place between one where a condition holds and one where it does not, by halving. */
export function crossing(holds: (x: number) => boolean, inside: number, outside: number): number {
  let [yes, no] = [inside, outside];
  for (let i = 0; i < 50; i++) {
    const middle = (yes + no) / 2;
    if (middle === yes || middle === no) break;
    if (holds(middle)) yes = middle;
    else no = middle;
    if (Math.abs(yes - no) < 1e-7 * (Math.abs(yes) + 1e-3)) break;
  }
  return yes;
}
