// What the build puts into one file: each part is loaded when it is asked for.

/** Runs the command line. */
export async function main(argv: readonly string[]): Promise<void> {
  const command = await import("./main.ts");
  await command.main(argv);
}

/** Does the work of a worker thread. */
export async function work(): Promise<void> {
  await import("../host/node-worker.ts");
}

/** Keeps what passes its check, so that it need not be checked at every start. */
export async function keep(): Promise<void> {
  const { keepShipped } = await import("./keep-shipped.ts");
  keepShipped();
}
