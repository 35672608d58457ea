import { type Attributes, element, type Markup } from "../markup.ts";

/** Lines or dots by which parts of a bar are told apart without colour; those without a texture are plain. */
const strokes: Readonly<Record<string, Attributes>> = {
  service: { d: "M1.5 1.5h.01M4.5 4.5h.01", "stroke-width": 1.6, "stroke-linecap": "round" },
  cancellation: { d: "M-1 1L1 -1M-1 7L7 -1M5 7L7 5", "stroke-width": 1 },
  other: { d: "M0 3H6", "stroke-width": 0.9 },
  beside: { d: "M3 0V6", "stroke-width": 0.9 },
};

/** The textures of a picture, to be put among its definitions. */
export function textures(picture: string): Markup[] {
  return Object.entries(strokes).map(([id, stroke]) =>
    element(
      "pattern",
      { id: `${picture}-${id}`, width: 6, height: 6, patternUnits: "userSpaceOnUse" },
      element("path", { ...stroke, class: "texture" }),
    ),
  );
}

/** A rectangle in the colour of a part, with its texture over it. */
export function texturedPart(picture: string, part: string, place: Attributes): Markup[] {
  const colour = element("rect", { ...place, class: `part ${part}` });
  return part in strokes
    ? [colour, element("rect", { ...place, fill: `url(#${picture}-${part})` })]
    : [colour];
}
