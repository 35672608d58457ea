import { existsSync } from "node:fs";
import type { Problem } from "../engine/problem.ts";
import { openOutFile, outFileProblem } from "./out-file.ts";
import { outFolderProblem, writeFiles } from "./out-folder.ts";

/** Is one YAML file asked for, and not a folder? */
function isFile(out: string): boolean {
  return /\.ya?ml$/.test(out);
}

/** What would keep a calibration from being written, told before anything is fitted; a file that is there is not lost. */
export function calibrateOutProblem(out: string): Problem | undefined {
  if (!isFile(out)) return outFolderProblem(out);
  if (existsSync(out))
    return {
      where: "--out",
      adjective: "duplicate",
      noun: "file",
      found: out,
      expected: "a file that is not there yet",
    };
  return outFileProblem(out);
}

/** Writes the YAML to the file that was named, or all files into the folder; gives their paths. */
export async function writeCalibration(
  out: string,
  yaml: { readonly name: string; readonly text: string },
  beside: Readonly<Record<string, string>>,
): Promise<string[]> {
  if (!isFile(out)) {
    const files = { [yaml.name]: yaml.text, ...beside };
    writeFiles(out, files);
    return Object.keys(files).map((name) => `${out.replace(/\/$/, "")}/${name}`);
  }
  const file = openOutFile(out);
  try {
    await file.write(yaml.text);
    file.finish();
  } finally {
    file.abandon();
  }
  return [out];
}
