import { describe, expect, it } from "vitest";
import { coloursOf } from "../../src/cli/colour.ts";
import { riskshare } from "./run-riskshare.ts";

const red = "\x1b[31mx\x1b[39m";

describe("coloursOf", () => {
  it("colours a terminal and nothing else, build machines included", () => {
    expect(coloursOf({ isTTY: true }, {}).red("x")).toBe(red);
    expect(coloursOf({ isTTY: false }, {}).red("x")).toBe("x");
    expect(coloursOf({ isTTY: false }, { CI: "true" }).red("x")).toBe("x");
  });

  it("does what NO_COLOR and FORCE_COLOR ask, NO_COLOR first", () => {
    expect(coloursOf({ isTTY: true }, { NO_COLOR: "1" }).red("x")).toBe("x");
    expect(coloursOf({ isTTY: false }, { FORCE_COLOR: "1" }).red("x")).toBe(red);
    expect(coloursOf({ isTTY: true }, { NO_COLOR: "1", FORCE_COLOR: "1" }).red("x")).toBe("x");
  });

  it("leaves problems plain in a build log", async () => {
    const { code, stderr } = await riskshare(["compare", "nowhere"], undefined, { CI: "true" });
    expect(code).toBe(1);
    expect(stderr.startsWith("nowhere: ")).toBe(true);
  });
});
