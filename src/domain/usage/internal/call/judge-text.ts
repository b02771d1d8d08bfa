import type { z } from "zod";
import type { JsonValue } from "../storable-json.ts";
import type { Judged } from "./model-step.ts";

const MOST_ISSUES = 10;
const LONGEST_PROBLEM = 1_500;
/** Models without a way to be held to JSON like to put it into a block of code. */
const FENCED = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/;

/** Reads an answer as JSON and holds it against the schema. What is kept is the JSON, so that reading it again is the same. */
export function judgeText<Output>(answer: string, schema: z.ZodType<Output>): Judged<Output> {
  const json = parseJson(FENCED.exec(answer)?.[1] ?? answer);
  if (json === undefined) return { kind: "bad", answer, problem: "It is no JSON." };
  const { data, error, success } = schema.safeParse(json);
  if (success) return { kind: "good", output: data, kept: json };
  return { kind: "bad", answer, problem: describeIssues(error) };
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describeIssues({ issues }: z.ZodError): string {
  const told = issues.slice(0, MOST_ISSUES).map(({ path, message }) => {
    const where = path.map(String).join(".");
    return where === "" ? message : `${where}: ${message}`;
  });
  return `${told.join("; ").slice(0, LONGEST_PROBLEM)}.`;
}
