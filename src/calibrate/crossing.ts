/** The place between one where a condition holds and one where it does not, by halving, to a share of its size. */
export function crossing(
  holds: (x: number) => boolean,
  inside: number,
  outside: number,
  precision = 1e-7,
): number {
  let [yes, no] = [inside, outside];
  for (let i = 0; i < 60; i++) {
    const middle = (yes + no) / 2;
    if (middle === yes || middle === no) break;
    if (holds(middle)) yes = middle;
    else no = middle;
    if (Math.abs(yes - no) < precision * (Math.abs(yes) + 1e-3)) break;
  }
  return yes;
}
