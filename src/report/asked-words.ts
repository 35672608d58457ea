import type { Asked } from "../sim/asked.ts";
import { shownName } from "./visible-width.ts";

type Changed = Pick<Asked, "variant" | "settings">;

/** A title with the variant that was run, so that a stress is headed as the stress. */
export function titleWords(title: string, { variant }: Changed): string {
  return variant === null ? shownName(title) : `${shownName(title)} \u2013 ${shownName(variant.title)}`;
}

/** What was changed for this run, as sentences under the heading: the variant and the values set; none where nothing was. */
export function askedWords({ variant, settings }: Changed): string[] {
  const set = settings.map(
    ({ policy, parameter, value }) =>
      `${policy === "*" ? "every policy" : shownName(policy)}: ${shownName(parameter)} = ${shownName(String(value))}`,
  );
  return [
    ...(variant === null
      ? []
      : [`Variant \u201c${shownName(variant.id)}\u201d: ${shownName(variant.title)}.`]),
    ...(set.length === 0 ? [] : [`Set for this run: ${set.join("; ")}.`]),
  ];
}
