import type { Directive } from "#domain/planning/directive.ts";

/** What a writer is to do about a memory, in words. */
export function sayDirective(directive: Directive): string {
  switch (directive.kind) {
    case "MORE_OF":
      return `more about ${directive.terms.join(", ")}`;
    case "LESS_OF":
      return `less about ${directive.terms.join(", ")}`;
    case "SKIP":
      return `nothing about ${directive.terms.join(", ")}`;
    case "SHORTER":
      return "write shorter";
    case "LONGER":
      return "write longer";
    case "MORE_QUOTATIONS":
      return "quote more";
    case "START_FROM":
      return "begin with one source";
    case "ANSWER":
      return `answer: ${directive.question}`;
    case "CORRECT":
      return `say that ${directive.right}`;
    case "TONE":
      return `the tone: ${directive.wish}`;
    case "SCHEDULE":
    case "OTHER":
      return directive.wish;
  }
}
