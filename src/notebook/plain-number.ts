/** A number without what adding in binary leaves at its end: 0.005075 and not 0.005074999999999877. */
export function plainNumber(value: number): number {
  return Number(value.toPrecision(12));
}
