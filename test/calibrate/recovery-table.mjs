// How well calibrate finds what is true in simulated histories, as the table of docs/calibrating.md.
import { register } from "tsx/esm/api";

register();
const { recover, truths } = await import("./recovery.ts");
const histories = Number(process.argv[2] ?? 400);
console.log(`${histories} histories each, seed "table".\n`);
console.log("| history | figure | true | mean error | 95 % intervals that hold it | mean width |");
console.log("| --- | --- | ---: | ---: | ---: | ---: |");
for (const [name, truth] of Object.entries(truths))
  for (const { figure, truth: value, bias, coverage, width } of recover("table", truth, histories)) {
    const error = `${bias < 0 ? "−" : "+"}${Math.abs(bias).toFixed(3)}`;
    console.log(
      `| ${name} | ${figure} | ${value} | ${error} | ${(coverage * 100).toFixed(1)} % | ${width.toFixed(2)} |`,
    );
  }
