import { expect, test } from "vitest";
import { styles } from "../../src/report/html/styles.ts";

const words = ["ink", "soft", "accent", "loss"];
const fills = ["start", "outcome", "service", "cancellation", "other", "beside"];

test.each(["light", "dark", "print"])("words are readable on their ground: %s", (scheme) => {
  const blocks = [...styles.matchAll(/:root \{([^}]*)\}/g)].map((match) => match[1]!);
  const block = blocks[["light", "dark", "print"].indexOf(scheme)]!;
  const colour = (name: string) => {
    const found = new RegExp(`--${name}: #([0-9a-f]{3,6})`).exec(block)![1]!;
    return found.length === 3 ? [...found].map((digit) => digit + digit).join("") : found;
  };
  for (const word of words) expect(contrast(colour(word), colour("paper")), word).toBeGreaterThanOrEqual(4.5);
  for (const fill of fills) expect(contrast(colour("ink"), colour(fill)), fill).toBeGreaterThanOrEqual(4.5);
});

test("what is drawn by colour is printed and shown without anything from elsewhere", () => {
  expect(styles).not.toMatch(/@import|@font-face|url\(/);
  expect(styles).toContain("@media print");
  expect(styles).toContain("prefers-color-scheme: dark");
});

test("a long word, such as an address, breaks instead of widening the page; tables scroll in their own box", () => {
  expect(/\nbody \{[^}]*overflow-wrap: break-word/.test(styles)).toBe(true);
  expect(/\n\.scroll \{[^}]*overflow-x: auto/.test(styles)).toBe(true);
});

/** Contrast as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
