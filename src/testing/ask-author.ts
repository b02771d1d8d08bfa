import { ModelCallError } from "#domain/usage/model-call-error.ts";
import type { modelAuthor } from "./model-author.ts";

/** What the model writer asks, as far as an author reads it. */
interface Asked {
  step: string;
  prompt: { name: string; version: string; instructions: string; text: string };
}

/** Has an author answer the model writer without a server; `asked` hears each question. */
export function askAuthor(
  author: ReturnType<typeof modelAuthor>,
  heard: (asked: Asked) => void = () => undefined,
) {
  return async <Output>(
    question: Asked & { schema: { safeParse(value: unknown): { success: boolean; data?: Output } } },
  ): Promise<Output> => {
    heard(question);
    const { instructions, text } = question.prompt;
    const answer = author({ prompt: [instructions, text] });
    if (answer?.ending === "refusal") throw new ModelCallError("REFUSED", "The model refused.");
    if (answer?.object === undefined) throw new ModelCallError("EMPTY", "The model said nothing.");
    const { success, data } = question.schema.safeParse(JSON.parse(JSON.stringify(answer.object)));
    if (!success || data === undefined) {
      throw new ModelCallError("INVALID_ANSWER", "The answer does not have the form that was asked for.");
    }
    return data;
  };
}
