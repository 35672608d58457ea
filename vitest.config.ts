import { defineConfig } from "vitest/config";

// Files that open a browser, or that say how long something takes, wait on a clock: beside others they would time those.
const timed = [
  "test/browser/**/*.test.ts",
  "test/notebooks/**/*.test.ts",
  "test/bench/{award,standard-workload,start}.test.ts",
  "test/cli/interrupted.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    pool: "forks",
    projects: [
      {
        extends: true,
        test: {
          name: "side by side",
          include: ["test/**/*.test.ts"],
          exclude: timed,
          maxWorkers: "100%",
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "one by one",
          include: timed,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 240_000,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
