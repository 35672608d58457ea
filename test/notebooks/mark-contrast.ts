/**
 * Run in a page: the marks of its charts that stand out less than 3:1 from the page, and their texts less than 4.5:1, as
 * they are painted. A mark is seen by its fill or by its outline. Lines of the grid carry no meaning of their own.
 */
export const faintMarks = `(() => {
  const numbers = (text) => text.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  const page = numbers(getComputedStyle(document.body).backgroundColor);
  const back = page[3] === 0 ? numbers(getComputedStyle(document.documentElement).backgroundColor) : page;
  const light = (color) => {
    const [r, g, b] = color.slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (mark, kind) => {
    const style = getComputedStyle(mark);
    if (style[kind] === "none") return 1;
    const [r, g, b, own = 1] = numbers(style[kind]);
    let share = own * Number(style[kind + "Opacity"]);
    for (let at = mark; at !== null && at.tagName !== "svg"; at = at.parentElement) share *= Number(getComputedStyle(at).opacity);
    const painted = [r, g, b].map((c, i) => share * c + (1 - share) * back[i]);
    const [a, z] = [light(painted), light(back)].sort((x, y) => y - x);
    return (a + 0.05) / (z + 0.05);
  };
  const isGrid = (mark) => Number(getComputedStyle(mark).strokeOpacity) <= 0.1;
  const marks = [...document.querySelectorAll(".figure .chart svg :is(path, rect, circle, line, text)")]
    .filter((mark) => mark.closest("defs, clipPath") === null && mark.checkVisibility() && !isGrid(mark));
  const faint = marks.flatMap((mark) => {
    const isText = mark.tagName === "text";
    const best = isText ? contrast(mark, "fill") : Math.max(contrast(mark, "fill"), contrast(mark, "stroke"));
    if (best >= (isText ? 4.5 : 3)) return [];
    return [mark.closest(".figure").id + ": " + mark.tagName + " " + best.toFixed(2) + " " + mark.outerHTML.replace(/ d="[^"]*"/, "").slice(0, 90)];
  });
  return { marks: marks.length, faint: [...new Set(faint)] };
})()`;
