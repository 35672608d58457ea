import type { Problem } from "./problem.ts";

/** A fault of the input that shows only when rules meet futures: thrown, and told like any other problem. */
export type InputFault = Error & { readonly problem: Problem };

export function inputFault(problem: Problem, text: string): InputFault {
  return Object.assign(new Error(text), { name: "InputFault", problem });
}

export function isInputFault(error: unknown): error is InputFault {
  return error instanceof Error && error.name === "InputFault" && "problem" in error;
}
