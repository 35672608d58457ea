import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("the WebAssembly that is carried is what its source compiles to", () => {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, ["bin/native.mjs", "--check"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}, 240_000);
