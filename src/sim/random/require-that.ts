/** Throws a RangeError with the given message unless the condition holds. */
export function requireThat(condition: boolean, message: string): void {
  if (!condition) throw new RangeError(message);
}
