import type { Command } from "commander";
import { escapedText, jsonText } from "../engine/shown-text.ts";
import { makeStatement } from "../report/statement/make-statement.ts";
import { statementCsv } from "../report/statement/statement-csv.ts";
import { statementJson } from "../report/statement/statement-json.ts";
import { statementText } from "../report/statement/statement-text.ts";
import { coloursOf } from "./colour.ts";
import { explainOnBothRoads } from "./explain-path.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { outFileProblem } from "./out-file.ts";
import { outFolderProblem } from "./out-folder.ts";
import { addPathOptions, addPathRunOptions, type PathOptions, readPathRequest } from "./path-options.ts";
import { type PeriodOptions, readPeriod } from "./period-options.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";
import { writeStatementFile, writeStatementFolder } from "./write-statement.ts";

type Options = PathOptions &
  PeriodOptions & { withCosts?: boolean; csv?: string; out?: string; json?: boolean };

const examples = [
  "statement dps-2017 --policy today",
  "statement dps-2017 --policy both --at 0.05 --year 1",
  "statement dps-2017 --policy both --path 7 --financial-year 2017-18 --with-costs",
  "statement dps-2017 --policy both --path 7 --month 9 --json",
  "statement dps-2017 --policy both --at 0.05 --csv lines.csv",
  "statement dps-2017 --policy both --at 0.05 --out statement/",
];

export function addStatementCommand(program: Command): void {
  const command = program
    .command("statement")
    .description(
      "give the account of one simulated future, month by month: what was due under which clause, what was paid when",
    )
    .argument("<scenario>", "a scenario or an offer: a file, or the bare name of a shipped one");
  addPathOptions(command, "accounted for")
    .option("--year <k>", "one year of the contract: months 1 to 12 are year 1")
    .option("--financial-year <year>", "one financial year, April to March, such as 2017-18")
    .option("--month <m>", "one month of the contract, from 1")
    .option("--with-costs", "the provider's own side too: costs by kind, cash, margin to date");
  addPathRunOptions(command)
    .option("--csv <file>", "write the lines as CSV, for a spreadsheet")
    .option("--out <folder>", "write statement.html (prints on A4), statement.csv and statement.json")
    .addHelpText("after", helpExamples(examples))
    .action(runStatement);
}

async function runStatement(name: string, options: Options): Promise<void> {
  const { request, problems } = readPathRequest(name, options, (checked, places) => [
    ...readPeriod(options, checked, places).problems,
    options.csv === undefined ? undefined : outFileProblem(options.csv, "--csv"),
    options.out === undefined ? undefined : outFolderProblem(options.out),
  ]);
  if (request === undefined) return failWith(problems);
  const { checked, spec, wanted } = request;
  const { period } = readPeriod(options, checked, { policy: wanted.place, contract: wanted.contract });
  const told = await explainOnBothRoads(checked, spec, wanted);
  const statement = makeStatement(checked, told, wanted.contract, {
    period,
    withCosts: options.withCosts === true,
  });
  if (options.csv !== undefined) await writeStatementFile(options.csv, statementCsv(statement));
  if (options.out !== undefined) writeStatementFolder(options.out, statement);
  if (options.json) return print(`${jsonText(statementJson(statement))}\n`);
  const written = [options.csv, options.out].flatMap((place) =>
    place === undefined ? [] : [`Written to ${escapedText(place)}\n`],
  );
  const text = statementText(statement, { width: screenWidth(), emphasis: coloursOf(process.stdout) });
  await print([text, ...(written.length === 0 ? [] : ["\n"]), ...written].join(""));
}
