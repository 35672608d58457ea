import { type Content, element, type Markup } from "../markup.ts";

/** What every chart is made of: its name, its size, and words for those who cannot see it. */
export type Frame = {
  /** Unique in the document. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
};

/** A picture with its title and description, and the hatching that marks losses without colour. */
export function picture(frame: Frame, ...content: Content[]): Markup {
  const { id, width, height, title, description } = frame;
  const hatch = element(
    "pattern",
    {
      id: `${id}-hatch`,
      width: 5,
      height: 5,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)",
    },
    element("rect", { width: 5, height: 5, class: "loss-fill" }),
    element("line", { x1: 0, y1: 0, x2: 0, y2: 5, class: "loss-line" }),
  );
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
    },
    element("title", { id: `${id}-title` }, title),
    element("desc", { id: `${id}-desc` }, description),
    element("defs", {}, hatch),
    content,
  );
}
