/** Gives the reader a file that was made in the page. */
export function download(name: string, type: string, content: string | Uint8Array): void {
  const blob =
    typeof content === "string"
      ? new Blob([content], { type: `${type};charset=utf-8` })
      : new Blob([content.slice()], { type });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const drawn = [
  "fill",
  "stroke",
  "color",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
  "stroke-dasharray",
];

/** A chart as a file of its own: the colours of the page's theme are written into it. */
export function svgText(chart: SVGSVGElement): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = [chart, ...chart.querySelectorAll("*")];
  for (const [place, node] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(originals[place]!);
    if (node.tagName === "style") node.remove();
    else for (const name of drawn) node.setAttribute(name, style.getPropertyValue(name));
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const background = getComputedStyle(document.body).backgroundColor;
  copy.setAttribute("style", `background: ${background}`);
  return new XMLSerializer().serializeToString(copy);
}
