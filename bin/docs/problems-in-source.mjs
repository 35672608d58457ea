import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { filesBelow } from "../../src/cli/library.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Every kind of problem that the source can say: its file, adjective, noun and what is expected, as far as the code
 * writes it down ("…" stands for what is only known when it is said).
 *
 * Found are objects with a `noun`. Adjectives and nouns may be text, a choice between texts, a `const` of these, or
 * an argument of a function in `calls`; whatever else there is must be named in `given`, by its file.
 */
export function problemsInSource(given, calls) {
  const files = filesBelow(`${root}src`, [".ts"]).map((path) => {
    const name = relative(root, path).replaceAll("\\", "/");
    return ts.createSourceFile(name, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  });
  const used = new Set();
  const problems = files.flatMap((file) =>
    objectsWith(file, "noun").flatMap((object) => {
      const [adjectives, nouns] = ["adjective", "noun"].map((key) => textsOf(partOf(object, key), file));
      const expected = textsOf(partOf(object, "expected"), file) ?? [];
      const pairs =
        adjectives && nouns
          ? adjectives.flatMap((adjective) => nouns.map((noun) => [adjective, noun]))
          : given[file.fileName];
      if (pairs === undefined) throw new Error(`${file.fileName}: a problem in words that cannot be read`);
      if (!(adjectives && nouns)) used.add(file.fileName);
      return pairs.map(([adjective, noun]) => ({ file: file.fileName, adjective, noun, expected }));
    }),
  );
  const stale = Object.keys(given).filter((name) => !used.has(name));
  if (stale.length > 0) throw new Error(`problems given for no use: ${stale.join(", ")}`);
  return [...problems, ...files.flatMap((file) => calledIn(file, calls))];
}

/** Problems whose noun is an argument: `calls` has the place of it, of what is expected, and the adjective. */
function calledIn(file, calls) {
  const problems = [];
  visit(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const call = calls[node.expression.getText(file)];
    if (call === undefined) return;
    for (const noun of textsOf(node.arguments[call.noun], file) ?? []) {
      const expected = textsOf(node.arguments[call.expected], file) ?? [];
      problems.push({ file: file.fileName, adjective: call.adjective, noun, expected });
    }
  });
  return problems;
}

function objectsWith(file, key) {
  const objects = [];
  visit(file, (node) => {
    if (ts.isObjectLiteralExpression(node) && partOf(node, key) !== undefined) objects.push(node);
  });
  return objects;
}

function visit(node, on) {
  on(node);
  ts.forEachChild(node, (child) => visit(child, on));
}

function partOf(object, key) {
  const property = object.properties.find((part) => part.name?.getText() === key);
  if (property === undefined) return undefined;
  return ts.isShorthandPropertyAssignment(property) ? property.name : property.initializer;
}

/** The texts that an expression can be; undefined where they cannot be told. */
function textsOf(node, file) {
  if (node === undefined) return undefined;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [[node.head, ...node.templateSpans.map((span) => span.literal)].map(({ text }) => text).join("…")];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return textsOf(node.expression, file);
  if (ts.isConditionalExpression(node)) {
    const both = [textsOf(node.whenTrue, file), textsOf(node.whenFalse, file)];
    return both.includes(undefined) ? undefined : both.flat();
  }
  return ts.isIdentifier(node) ? textsOf(constOf(node), file) : undefined;
}

/** What a name stands for: the `const` of that name in the nearest block around it. */
function constOf(name) {
  for (let scope = name.parent; scope !== undefined; scope = scope.parent) {
    for (const statement of scope.statements ?? []) {
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations.find(
        (declaration) => declaration.name.getText() === name.text,
      );
      if (found !== undefined) return found.initializer;
    }
  }
  return undefined;
}
