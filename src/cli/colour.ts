import type { WriteStream } from "node:tty";
import pc from "picocolors";

/**
 * Colours for one stream: only where people look at it, so that a file, a pipe or a build log gets plain text.
 * `NO_COLOR` takes them away everywhere, `FORCE_COLOR` gives them everywhere; picocolors alone would also
 * colour whatever runs with `CI` set.
 */
export function coloursOf(
  stream: Pick<WriteStream, "isTTY">,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ReturnType<typeof pc.createColors> {
  const forced = environment.FORCE_COLOR !== undefined && environment.FORCE_COLOR !== "0";
  return pc.createColors(!environment.NO_COLOR && (forced || stream.isTTY === true));
}
