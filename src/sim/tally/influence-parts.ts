/**
 * A measure whose influence is, whatever its constants turn out to be, A × p − C × x with two numbers of the path: the
 * constants of the whole sample are put in when all is summed. Distances d are from the centres.
 */
export type InfluenceParts =
  /** Of the places y and x: p = factor × (dy − ratio × dx), x = dx. */
  | {
      readonly kind: "ratio";
      readonly centre: number;
      readonly perCentre: number;
      readonly ratio: number;
      readonly factor: number;
    }
  /** p = factor × d², x = d. */
  | { readonly kind: "square"; readonly centre: number; readonly factor: number };

/** Two numbers of each path of which the influence on a measure is made: A × p − C × x. */
export type Parts = { readonly p: Float64Array; readonly x: Float64Array };

/** Writes the parts of an influence on a block's paths, from its column or its two. */
export function writeParts(
  parts: InfluenceParts,
  values: Float64Array,
  per: Float64Array | undefined,
  { p, x }: Parts,
): void {
  const count = p.length;
  switch (parts.kind) {
    case "ratio": {
      const { centre, perCentre, ratio, factor } = parts;
      for (let path = 0; path < count; path++) {
        const under = per![path]! - perCentre;
        x[path] = under;
        p[path] = factor * (values[path]! - centre - ratio * under);
      }
      return;
    }
    case "square": {
      const { centre, factor } = parts;
      for (let path = 0; path < count; path++) {
        const distance = values[path]! - centre;
        x[path] = distance;
        p[path] = factor * distance * distance;
      }
      return;
    }
  }
}
