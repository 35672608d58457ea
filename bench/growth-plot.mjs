const size = { width: 300, height: 220, left: 56, bottom: 36, top: 28, right: 14 };

/** Time against size, one panel a series, both axes from 0: linear growth is a straight line. */
export function growthPlot(series) {
  const width = size.width * 2;
  const height = size.height * Math.ceil(series.length / 2);
  const panels = series.map((one, i) => panel(one, (i % 2) * size.width, Math.floor(i / 2) * size.height));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11"><title>Time of the standard workload by paths, months, policies and rules</title><rect width="${width}" height="${height}" fill="#fff"/>${panels.join("")}</svg>\n`;
}

function panel({ name, points }, dx, dy) {
  const most = { x: Math.max(...points.map((p) => p.size)), y: Math.max(...points.map((p) => p.ms)) };
  const x = (value) => size.left + (value / most.x) * (size.width - size.left - size.right);
  const y = (value) => size.height - size.bottom - (value / most.y) * (size.height - size.bottom - size.top);
  const line = points.map((p) => `${x(p.size).toFixed(1)},${y(p.ms).toFixed(1)}`).join(" ");
  const dots = points.map(
    (p) => `<circle cx="${x(p.size).toFixed(1)}" cy="${y(p.ms).toFixed(1)}" r="3" fill="#1d4f91"/>`,
  );
  const label = (text, at, anchor) =>
    `<text x="${at[0]}" y="${at[1]}" text-anchor="${anchor}">${text}</text>`;
  return [
    `<g transform="translate(${dx} ${dy})">`,
    `<text x="${size.left}" y="18" font-weight="bold">Time by ${name}</text>`,
    `<path d="M${size.left} ${size.top}V${size.height - size.bottom}H${size.width - size.right}" fill="none" stroke="#555"/>`,
    `<polyline points="${line}" fill="none" stroke="#1d4f91" stroke-width="1.5"/>${dots.join("")}`,
    label("0", [size.left - 6, size.height - size.bottom + 4], "end"),
    label(`${most.y.toFixed(0)} ms`, [size.left - 6, size.top + 8], "end"),
    label(most.x.toLocaleString("en-GB"), [size.width - size.right, size.height - size.bottom + 16], "end"),
    label(name, [(size.left + size.width - size.right) / 2, size.height - 8], "middle"),
    "</g>",
  ].join("");
}
