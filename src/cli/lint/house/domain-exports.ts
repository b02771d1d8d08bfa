import { type Declaration, type Module, type Pattern, parseSync, type TsTypeAnnotation } from "@swc/core";
import type { TreeFile } from "./house-rule.ts";

/** A function that a file exports. */
export interface ExportedFunction {
  name: string;
  /** What made it, when it is not written as a function: `command` in `export const addNote = command(…)`. */
  madeBy?: string;
  parameters: { name: string | undefined; type: string | undefined }[];
}

/** What wraps a verb, from `#domain/people/verb.ts`. */
const VERB_MAKERS = ["command", "query", "guarded", "personal"];
/** What a verb is handed first. */
const WHO_ASKS = ["Ctx", "TxCtx", "AskedCtx", "System"];

/** The functions that a TypeScript file exports by name, those made by a call included. */
export function exportedFunctions(file: TreeFile): ExportedFunction[] {
  const { body } = parse(file);
  const declared = new Map<string, ExportedFunction>();
  const exported: string[] = [];
  for (const item of body) {
    const isExport = item.type === "ExportDeclaration";
    const declaration = isExport ? item.declaration : (item as Declaration);
    for (const each of functionsOf(declaration)) {
      declared.set(each.name, each);
      if (isExport) exported.push(each.name);
    }
    if (item.type === "ExportNamedDeclaration" && !item.source) {
      for (const specifier of item.specifiers) {
        if (specifier.type === "ExportSpecifier") exported.push(specifier.orig.value);
      }
    }
  }
  return exported.flatMap((name) => declared.get(name) ?? []);
}

/** A verb is made by one of the makers, or asks who acts: an organization's `ctx`, or the whole `system`. */
export function isVerb({ madeBy, parameters }: ExportedFunction): boolean {
  if (madeBy) return VERB_MAKERS.includes(madeBy);
  const [first] = parameters;
  return (
    first !== undefined &&
    (WHO_ASKS.includes(first.type ?? "") || first.name === "ctx" || first.name === "system")
  );
}

/** True when a verb of the file's own name is in it. */
export function definesVerb(file: TreeFile): boolean {
  return exportedFunctions(file).some((each) => isVerb(each) && each.name === functionName(file.path));
}

/** The function that a file is named after: `src/domain/planning/submit-note.ts` → `submitNote`. */
export function functionName(path: string): string {
  const kebab = path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
  return kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function parse({ path, text }: TreeFile): Module {
  return parseSync(text, { syntax: "typescript", tsx: path.endsWith("x"), target: "es2024" });
}

function functionsOf(declaration: Declaration): ExportedFunction[] {
  if (declaration.type === "FunctionDeclaration") {
    const patterns = declaration.params.map((param) => param.pat);
    return [{ name: declaration.identifier.value, parameters: patterns.map(parameter) }];
  }
  if (declaration.type !== "VariableDeclaration") return [];
  return declaration.declarations.flatMap(({ id, init }) => {
    if (id.type !== "Identifier" || !init) return [];
    const name = id.value;
    if (init.type === "ArrowFunctionExpression") return [{ name, parameters: init.params.map(parameter) }];
    if (init.type === "CallExpression" && init.callee.type === "Identifier") {
      return [{ name, madeBy: init.callee.value, parameters: [] }];
    }
    return [];
  });
}

function parameter(pattern: Pattern): { name: string | undefined; type: string | undefined } {
  if (pattern.type === "AssignmentPattern") return parameter(pattern.left);
  const name = pattern.type === "Identifier" ? pattern.value : undefined;
  const isTypable = pattern.type === "Identifier" || pattern.type === "ObjectPattern";
  return {
    name,
    type: isTypable && "typeAnnotation" in pattern ? typeName(pattern.typeAnnotation) : undefined,
  };
}

function typeName(annotation: TsTypeAnnotation | null | undefined): string | undefined {
  const type = annotation?.typeAnnotation;
  return type?.type === "TsTypeReference" && type.typeName.type === "Identifier"
    ? type.typeName.value
    : undefined;
}
