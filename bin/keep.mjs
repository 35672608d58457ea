// The last step of a build: what passes its check now, and what V8 makes of the code, is kept for every start.
import { writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { codeFile, loadBuilt } from "./built-code.mjs";

setFlagsFromString("--no-flush-bytecode");
const { built, script } = loadBuilt("riskshare");
await built.keep();
// A comparison as people ask for it, so that the functions that it takes are among the code; and some of its blocks.
await built.main(["compare", "dps-2017", "--paths", "2048", "--threads", "1"]);
const worker = loadBuilt("worker");
await worker.built.rehearse(await built.shippedSpec("dps-2017"));
setFlagsFromString("--flush-bytecode");
writeFileSync(codeFile("riskshare"), script.createCachedData());
writeFileSync(codeFile("worker"), worker.script.createCachedData());
