import { dirname, join } from "node:path/posix";
import ts from "typescript";

/** One import or re-export of a file. */
export type Import = {
  /** A path from the root of the project, or the name of a package. */
  readonly target: string;
  readonly written: string;
  /** Is it gone when types are? `import { type A }` is not: it still loads the module. */
  readonly typeOnly: boolean;
};

/** What a check needs to know of a TypeScript file. */
export type SourceFile = {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Is every statement a re-export? */
  readonly barrel: boolean;
  readonly exportsAll: boolean;
  readonly defaultExport: boolean;
  readonly dynamicImport: boolean;
  /** Names that the file uses and does not declare. */
  readonly free: ReadonlySet<string>;
  /** Members of objects, as `Math.log` or `x.toLocaleString`. */
  readonly members: ReadonlySet<string>;
  readonly power: boolean;
};

/** Reads the syntax of a file; `path` is from the root of the project. */
export function readSource(path: string, text: string): SourceFile {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const imports: Import[] = [];
  const declared = new Set<string>();
  const used = new Set<string>();
  const members = new Set<string>();
  let [power, dynamicImport, exportsAll, defaultExport] = [false, false, false, false];
  const walk = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined
    ) {
      const written = (node.moduleSpecifier as ts.StringLiteral).text;
      const target = written.startsWith(".") ? join(dirname(path), written) : written;
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly;
      imports.push({ target, written, typeOnly });
    }
    if (ts.isExportDeclaration(node) && node.exportClause === undefined) exportsAll = true;
    if (ts.isExportAssignment(node)) defaultExport = true;
    if (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)) defaultExport = true;
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      dynamicImport = true;
    if (
      node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
      node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken
    )
      power = true;
    if (ts.isPropertyAccessExpression(node))
      members.add(`${node.expression.getText(file)}.${node.name.text}`);
    if (ts.isElementAccessExpression(node) && node.expression.getText(file) === "Math")
      members.add("Math.[]");
    if (ts.isIdentifier(node)) {
      if (declares(node)) declared.add(node.text);
      else if (isUse(node)) used.add(node.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  const { statements } = file;
  return {
    path,
    lines: text.split("\n").length - 1,
    imports,
    barrel:
      statements.some(ts.isExportDeclaration) &&
      statements.every((s) => ts.isExportDeclaration(s) || ts.isImportDeclaration(s)),
    exportsAll,
    defaultExport,
    dynamicImport,
    free: new Set([...used].filter((name) => !declared.has(name))),
    members,
    power,
  };
}

function declares(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isImportSpecifier(parent)) &&
    parent.name === node
  );
}

/** A name of a property, in an object, a type or after a dot, is no use of what is called so. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  const named =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent);
  return !(named && parent.name === node);
}
