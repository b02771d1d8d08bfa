import { isModelCallError } from "#domain/usage/model-call-error.ts";
import type { Brief } from "./brief.ts";
import { checkDraft } from "./check-draft.ts";
import { finishDraft } from "./finish-draft.ts";
import { gatherBrief } from "./gather-brief.ts";
import { checkOwnText } from "./internal/check/check-own-text.ts";
import { askOutline } from "./internal/model/ask-outline.ts";
import { forgottenNotes, withEveryClaim } from "./internal/model/claim-notes.ts";
import { repairDraft } from "./internal/model/repair-draft.ts";
import { writeSections } from "./internal/model/write-sections.ts";
import { creditWishes } from "./internal/steer/credit-wishes.ts";
import { placeCorrections } from "./internal/steer/place-corrections.ts";
import type { Ask, Draft, Finding, Writer } from "./writer.ts";

/** Raise the version with every change of what the code around the model makes; the prompts have versions of their own. */
export const MODEL_WRITER = { name: "model", version: "2" } as const;

/**
 * The writer that has a language model outline and write. Code chooses the passages, makes citations, quotations and frame from them,
 * and checks what came back; what the check finds is mended once, by a last question. Its calls are in the ledger already.
 */
export function modelWriter(ask: Ask): Writer {
  return {
    ...MODEL_WRITER,

    async gather(material) {
      return { output: gatherBrief(material), tokens: null };
    },

    async outline(brief) {
      return { output: await askOutline(brief, ask), tokens: null };
    },

    async write(brief, outline) {
      return { output: steered(brief, await writeSections(brief, outline, ask)), tokens: null };
    },

    async check(brief, draft) {
      const findings = check(brief, draft);
      const forgotten = forgottenNotes(brief, draft);
      const mended = await mend(brief, draft, findings, forgotten, ask);
      const output = withEveryClaim(brief, steered(brief, mended));
      return { output: { draft: output, findings: check(brief, output) }, tokens: null };
    },

    async finish(brief, draft) {
      return { output: finishDraft(brief, draft), tokens: null };
    },
  };
}

/** A draft that is in order but for notes of which it says nothing is printed, whatever comes of the question about them. */
async function mend(
  brief: Brief,
  draft: Draft,
  findings: Finding[],
  forgotten: Finding[],
  ask: Ask,
): Promise<Draft> {
  if (findings.length + forgotten.length === 0) return draft;
  try {
    return await repairDraft(brief, draft, [...findings, ...forgotten], ask);
  } catch (error) {
    if (findings.length > 0 || !isModelCallError(error) || error.problem === "STOPPED") throw error;
    return draft;
  }
}

/** What code does about notes for any writer: corrections beside what they correct, and the names of notes for which a passage came first. */
function steered(brief: Brief, draft: Draft): Draft {
  return { ...draft, blocks: placeCorrections(brief, creditWishes(brief, draft.blocks)) };
}

function check(brief: Brief, draft: Draft) {
  return [...checkDraft(brief, draft), ...checkOwnText(brief, draft)];
}
