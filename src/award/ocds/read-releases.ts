import type { ParsedDocument } from "../../engine/document.ts";
import type { Problem } from "../../engine/problem.ts";
import { schemaProblems } from "../../engine/schema-problems.ts";
import { packageShape, type Release, releaseShape } from "./release-shape.ts";

export type ReadReleases =
  | { readonly releases: readonly Release[]; readonly problems: readonly [] }
  | { readonly releases?: undefined; readonly problems: readonly Problem[] };

/** Reads the releases of one contracting process from a parsed release or release package; all problems at once. */
export function readReleases(document: ParsedDocument, ocid?: string): ReadReleases {
  if (document.problems.length > 0) return { problems: document.problems };
  const isPackage =
    typeof document.value === "object" && document.value !== null && "releases" in document.value;
  const schema = isPackage ? packageShape : releaseShape;
  const parsed = schema.safeParse(document.value);
  if (!parsed.success) return { problems: schemaProblems(schema, parsed.error, document) };
  const releases = "releases" in parsed.data ? parsed.data.releases : [parsed.data];
  const known = [...new Set(releases.map((release) => release.ocid))];
  const where = document.where(isPackage ? ["releases"] : ["ocid"]);
  if (ocid !== undefined && !known.includes(ocid))
    return {
      problems: [{ where, adjective: "unknown", noun: "ocid", found: ocid, expected: someOf(known) }],
    };
  if (ocid === undefined && known.length > 1) {
    const [found, hint] = [`${known.length} contracting processes`, "choose one with --ocid"];
    return {
      problems: [{ where, adjective: "ambiguous", noun: "package", found, expected: someOf(known), hint }],
    };
  }
  return { releases: releases.filter((release) => release.ocid === (ocid ?? known[0])), problems: [] };
}

function someOf(ocids: readonly string[]): string {
  return `one of ${ocids.slice(0, 5).join(", ")}${ocids.length > 5 ? ", …" : ""}`;
}
