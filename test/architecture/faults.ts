import { doors, exact, exactMath, house, longest, notInSim, outside, pure } from "./import-table.ts";
import type { SourceFile } from "./source-file.ts";

/** Says where files break the rules of the house; nothing where they keep them. */
export function faultsOf(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file) => {
    const faults = [...importFaults(file), ...nameFaults(file), ...shapeFaults(file)];
    if (partOf(file.path) === "sim") {
      const trail = reach(file, byPath, notInSim);
      if (trail !== undefined) faults.push(`reaches ${trail.join(" → ")} at run time`);
    }
    return faults.map((fault) => `${file.path}: ${fault}`);
  });
}

function partOf(path: string): string {
  return path === "src/index.ts" ? "index" : (/^src\/([^/]+)\//.exec(path)?.[1] ?? "");
}

function importFaults({ path, imports, dynamicImport }: SourceFile): string[] {
  const part = partOf(path);
  const may = house[part];
  if (may === undefined) return [`is in no part of the house`];
  // The command line loads the command that was typed and no other; a page loads what its cells ask for.
  const faults = dynamicImport && part !== "cli" && part !== "notebook" ? ["imports while it runs"] : [];
  for (const { target, written } of imports) {
    if (written.startsWith(".")) {
      const to = partOf(target);
      if (!/\.(ts|mjs)$/.test(written)) faults.push(`imports ${written} without its ending`);
      if (to !== part && !may.parts.includes(to)) faults.push(`imports ${target}, as ${part} may not`);
    } else if (Object.hasOwn(doors, target)) {
      if (doors[target] !== path) faults.push(`imports ${target}, which only ${doors[target]} may`);
    } else if (!may.packages.some((known) => known.test(target)))
      faults.push(`imports the package ${target}`);
  }
  return faults;
}

function nameFaults({ path, free, members, power }: SourceFile): string[] {
  const part = partOf(path);
  const faults: string[] = [];
  if (pure.includes(part)) {
    for (const name of outside) if (free.has(name)) faults.push(`names ${name}`);
    if (members.has("Math.random")) faults.push("names Math.random");
    if (members.has("import.meta")) faults.push("names import.meta");
  }
  if (exact.includes(part)) {
    if (power) faults.push("raises to a power with **");
    if (free.has("Intl")) faults.push("names Intl");
    for (const member of members) {
      const [, of, name] = /^(.*)\.([^.]*)$/s.exec(member)!;
      if (of === "Math" && !exactMath.includes(name!)) faults.push(`uses ${member}`);
      if (name === "toLocaleString" || name === "localeCompare") faults.push(`uses ${name}`);
    }
  }
  return faults;
}

function shapeFaults({ path, lines, barrel, exportsAll, defaultExport }: SourceFile): string[] {
  const faults: string[] = [];
  if (lines > longest) faults.push(`has ${lines} lines`);
  if (exportsAll || (barrel && path !== "src/index.ts")) faults.push("is a barrel");
  if (defaultExport) faults.push("has a default export");
  if (/(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$|-|\b.*\.ts$)/.test(path))
    faults.push("is named for no idea");
  return faults;
}

/** The way from a file, over imports that are there at run time, to one of the targets. */
function reach(
  from: SourceFile,
  byPath: ReadonlyMap<string, SourceFile>,
  targets: readonly string[],
): string[] | undefined {
  const seen = new Set([from.path]);
  let trails: string[][] = [[from.path]];
  while (trails.length > 0) {
    const next: string[][] = [];
    for (const trail of trails) {
      for (const { target, typeOnly } of byPath.get(trail.at(-1)!)?.imports ?? []) {
        if (typeOnly || seen.has(target)) continue;
        seen.add(target);
        if (targets.includes(target)) return [...trail, target].slice(1);
        next.push([...trail, target]);
      }
    }
    trails = next;
  }
  return undefined;
}
