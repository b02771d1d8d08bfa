import { type BlockStatement, type ModuleItem, parseSync } from "@swc/core";
import type { TreeFile } from "./house-rule.ts";

/** A function that a file exports, with the text of each of its statements. */
export interface WrittenFunction {
  name: string;
  /** An action: the browser can call it, because its file or the function itself says "use server". */
  isServer: boolean;
  statements: string[];
}

/** The functions of a file that are exported, or say "use server" themselves. What is exported and is no function has no statements. */
export function writtenFunctions({ path, text }: TreeFile): WrittenFunction[] {
  const source = Buffer.from(text);
  const module = parseSync(text, { syntax: "typescript", tsx: path.endsWith("x"), target: "es2024" });
  const isServerOnly = isServerFile({ text });
  // Positions count bytes over everything that was parsed so far, and the module's own begin where its first statement does.
  const before = module.span.start - leadingBytes(text);
  const textOf = ({ start, end }: { start: number; end: number }) =>
    source
      .subarray(start - before, end - before)
      .toString()
      .trim();
  const found: WrittenFunction[] = [];
  const note = (name: string, body: BlockStatement | null | undefined, isExported: boolean) => {
    const statements = body?.stmts.map((statement) => textOf(spanOf(statement))) ?? [];
    const says = isDirective(statements[0] ?? "");
    const isServer = says || (isServerOnly && isExported);
    if (isExported || says)
      found.push({ name, isServer, statements: says ? statements.slice(1) : statements });
  };
  for (const item of module.body) noteItem(item, note);
  return found;
}

/** True when all that a file exports are actions. */
export function isServerFile({ text }: Pick<TreeFile, "text">): boolean {
  return new RegExp(`${LEADING.source}["']use server["']`, "s").test(text);
}

type Note = (name: string, body: BlockStatement | null | undefined, isExported: boolean) => void;

function noteItem(item: ModuleItem, note: Note): void {
  const isExported = item.type === "ExportDeclaration";
  const declaration = isExported ? item.declaration : item;
  if (item.type === "ExportDefaultDeclaration" && item.decl.type === "FunctionExpression") {
    note(item.decl.identifier?.value ?? "default", item.decl.body, true);
  } else if (declaration.type === "FunctionDeclaration") {
    note(declaration.identifier.value, declaration.body, isExported);
  } else if (declaration.type === "VariableDeclaration") {
    for (const { id, init } of declaration.declarations) {
      const isFunction = init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression";
      const body = isFunction && init.body?.type === "BlockStatement" ? init.body : null;
      if (id.type === "Identifier") note(id.value, body, isExported);
    }
  } else if (item.type === "ExportNamedDeclaration") {
    for (const specifier of item.specifiers) {
      if (specifier.type === "ExportSpecifier")
        note((specifier.exported ?? specifier.orig).value, null, true);
    }
  }
}

const isDirective = (statement: string): boolean => /^["']use server["'];?$/.test(statement);

function spanOf(node: object): { start: number; end: number } {
  return (node as { span: { start: number; end: number } }).span;
}

const LEADING = /^(?:\s+|\/\/[^\n]*|\/\*.*?\*\/)*/s;

/** Comments and blanks before the first statement, in bytes: the module's span leaves them out. */
function leadingBytes(text: string): number {
  const leading = LEADING.exec(text)?.[0] ?? "";
  return Buffer.byteLength(leading);
}
