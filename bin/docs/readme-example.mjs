import { shown } from "./markdown.mjs";
import { byNpmStart, runRiskshare } from "./run-riskshare.mjs";

const args = [
  "compare",
  "dps-2017",
  "--policies",
  "today,exit-right,cancellation-fee,both",
  "--paths",
  "2000",
];

/** The example of the README: a command, and what it prints. */
export async function readmeExample() {
  const { stdout, stderr, code } = await runRiskshare(args, undefined, byNpmStart);
  if (code !== 0) throw new Error(stderr);
  return shown(`$ npm start -- ${args.join(" ")}\n\n${stdout}`, "console");
}
