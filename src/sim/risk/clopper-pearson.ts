import { betaQuantile } from "../special/beta-quantile.ts";

/**
 * Gives the exact 95 % interval of a probability, each end in 0…1, from `hits` of `count` paths.
 * Never without width, also at no hit or at all hits. Source: Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404.
 */
export function clopperPearson(hits: number, count: number): { low: number; high: number } {
  return {
    low: hits === 0 ? 0 : betaQuantile(hits, count - hits + 1, 0.025),
    high: hits === count ? 1 : betaQuantile(hits + 1, count - hits, 0.975),
  };
}
