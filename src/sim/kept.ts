/**
 * Keeps what is costly to build and depends on its key alone, such as tables; the oldest goes when there are too many.
 *
 * Only for things whose answers do not depend on what was asked before: keeping them must never show in a result.
 */
export function keeping<T>(most: number, build: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const built = build(key);
    if (kept.size >= most) kept.delete(kept.keys().next().value as string);
    kept.set(key, built);
    return built;
  };
}
