import type { Brief } from "./brief.ts";
import { checkDraft } from "./check-draft.ts";
import { finishDraft } from "./finish-draft.ts";
import { gatherBrief } from "./gather-brief.ts";
import { checkOwnText } from "./internal/check/check-own-text.ts";
import { askOutline } from "./internal/model/ask-outline.ts";
import { repairDraft } from "./internal/model/repair-draft.ts";
import { writeSections } from "./internal/model/write-sections.ts";
import type { Ask, Draft, Writer } from "./writer.ts";

/** Raise the version with every change of what the code around the model makes; the prompts have versions of their own. */
export const MODEL_WRITER = { name: "model", version: "1" } as const;

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
      return { output: await writeSections(brief, outline, ask), tokens: null };
    },

    async check(brief, draft) {
      const findings = check(brief, draft);
      if (findings.length === 0) return { output: { draft, findings }, tokens: null };
      const mended = await repairDraft(brief, draft, findings, ask);
      return { output: { draft: mended, findings: check(brief, mended) }, tokens: null };
    },

    async finish(brief, draft) {
      return { output: finishDraft(brief, draft), tokens: null };
    },
  };
}

function check(brief: Brief, draft: Draft) {
  return [...checkDraft(brief, draft), ...checkOwnText(brief, draft)];
}
