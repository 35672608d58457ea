import { code, table } from "./markdown.mjs";
import { runRiskshare } from "./run-riskshare.mjs";

const runs = [
  [["check", "rules/start-fee/per-start.json"], "It was done. Notes are no failure."],
  [
    ["compare", "nowhere.yaml"],
    "Something is wrong with the input, or the answer cannot be written: every problem is on stderr, and no results are written.",
  ],
  [["compare"], "The command was used wrongly: an unknown command or option, or a missing argument."],
];

/** What commands end with, by running one for each exit code. */
export async function exitCodesTable() {
  const rows = await Promise.all(
    runs.map(async ([args, meaning]) => {
      const { stdout, stderr, code: exit } = await runRiskshare(args);
      const [first] = `${stdout}${stderr}`.split("\n");
      return [exit, meaning, code(`riskshare ${args.join(" ")}`), code(first)];
    }),
  );
  if (rows.some(([exit], i) => exit !== i)) throw new Error("the exit codes are no longer 0, 1 and 2");
  return table(["exit code", "what it means", "for example", "which begins"], rows);
}
