import { z } from "zod";

const line = z.string().min(1).max(300);

/** What a programme's page says in five lines, in place of a summary. */
export const pageSchema = z
  .strictObject({
    happened: line.describe("what happened, as published"),
    asks: line.describe("what the scenario asks"),
    leavesOut: line.describe("what is left out, in one line; `limits` say it one by one"),
    heldAgainst: line.describe(
      "a published fact that no figure was fitted to, with its number as `(published: …)`",
    ),
    outcome: line.describe(
      "reproduced, not reproduced or undecided, by which criterion, with `(here: …)` and the command that gives it",
    ),
  })
  .describe(
    "what happened, what is asked and left out, and a published fact that the scenario is held against",
  );

export type ScenarioPage = z.output<typeof pageSchema>;
