/** The peers as a table: time a future, ratio to plain C, the answers side by side, and how far they lie apart. */
export function benchTable(rows, inC) {
  const head = ["", "µs a future", "to C", "P(loss) of each policy", "furthest apart"];
  const cells = rows.map(({ name, microsecondsPerPath, policies, apart }) => [
    name,
    microsecondsPerPath.toFixed(3),
    inC === undefined ? "–" : (microsecondsPerPath / inC).toFixed(2),
    policies.map(({ probabilityOfLoss: p }) => (p.value ?? p).toFixed(4)).join(" "),
    apart.length === 0
      ? "–"
      : `${Math.max(...apart.map(({ errors }) => Math.abs(errors))).toFixed(1)} errors`,
  ]);
  const widths = head.map((_, c) => Math.max(...[head, ...cells].map((row) => row[c].length)));
  const line = (row) =>
    row
      .map((cell, c) => (c === 0 || c === 3 ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
      .join("  ")
      .trimEnd();
  return [head, ...cells].map(line).join("\n");
}
