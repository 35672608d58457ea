/** Work in small parts: after each of them other work may have a turn. */
export type Parts<T> = Generator<void, T, void>;

/** Does all parts one after the other. */
export function atOnce<T>(parts: Parts<T>): T {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** Does the parts with a turn for other work after each; what `rest` throws ends the work. */
export async function inTurns<T>(parts: Parts<T>, rest: () => Promise<void> | undefined): Promise<T> {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
    await rest();
  }
}
