const BLOCK = 512;

/**
 * Adds up `values[from … to − 1]`, each less `less`, with an error that does not grow with their count.
 * Short runs are added plainly and the runs by Neumaier's compensated sum, so the order is fixed and the loop fast.
 * Source: Neumaier 1974, doi:10.1002/zamm.19740540106; Higham 1993, doi:10.1137/0914050 for sums by blocks.
 */
export function accurateSum(values: Float64Array, from = 0, to = values.length, less = 0): number {
  let total = 0;
  let lost = 0;
  for (let start = from; start < to; start += BLOCK) {
    const end = Math.min(start + BLOCK, to);
    let run = 0;
    for (let place = start; place < end; place++) run += values[place]! - less;
    const next = total + run;
    lost += Math.abs(total) >= Math.abs(run) ? total - next + run : run - next + total;
    total = next;
  }
  return total + lost;
}
