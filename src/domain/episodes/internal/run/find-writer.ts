import { WriterName } from "#domain/projects/writer-name.ts";
import { builtInWriter } from "../../built-in-writer.ts";
import { MODEL_WRITER, modelWriter } from "../../model-writer.ts";
import type { Ask, Writer } from "../../writer.ts";

/** Who writes an episode, before the way to a model is there. */
export interface ChosenWriter extends Pick<Writer, "name" | "version"> {
  make(ask: Ask): Writer;
}

const WRITERS: Readonly<Record<WriterName, ChosenWriter>> = {
  "built-in": always(builtInWriter),
  model: { ...MODEL_WRITER, make: modelWriter },
};

/** The writer that the project's settings name, or the one that was given. */
export function findWriter(name: string, given?: Writer): ChosenWriter {
  return given === undefined ? WRITERS[WriterName.parse(name)] : always(given);
}

function always(writer: Writer): ChosenWriter {
  const { name, version } = writer;
  return { name, version, make: () => writer };
}
