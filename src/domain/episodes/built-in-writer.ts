import { countTokens } from "#platform/count-tokens.ts";
import { checkDraft } from "./check-draft.ts";
import { finishDraft } from "./finish-draft.ts";
import { gatherBrief } from "./gather-brief.ts";
import { markdownOf } from "./internal/check/markdown-of.ts";
import { outlineEpisode } from "./internal/outline/outline-episode.ts";
import { writeDraft } from "./internal/write/write-draft.ts";
import type { Draft, Writer } from "./writer.ts";

/**
 * The writer that needs no key and no network: it chooses, arranges and quotes passages, and says nothing of its own
 * about the subject. The same material gives the same episode. Raise `version` with every change of what it writes.
 */
export const builtInWriter: Writer = {
  name: "built-in",
  version: "5",

  async gather(material) {
    const output = gatherBrief(material);
    const input = material.passages.reduce((sum, passage) => sum + passage.tokenCount, 0);
    return { output, tokens: { input, output: 0 } };
  },

  async outline(brief) {
    const output = outlineEpisode(brief);
    const input = brief.candidates.reduce((sum, candidate) => sum + candidate.tokenCount, 0);
    return { output, tokens: { input, output: countTokens(JSON.stringify(output)) } };
  },

  async write(brief, outline) {
    const output = writeDraft(brief, outline);
    const used = new Set(outline.sections.flatMap(({ passageIds }) => passageIds));
    const input = brief.candidates.reduce(
      (sum, { id, tokenCount }) => sum + (used.has(id) ? tokenCount : 0),
      0,
    );
    return { output, tokens: { input, output: draftTokens(output) } };
  },

  async check(brief, draft) {
    return {
      output: { draft, findings: checkDraft(brief, draft) },
      tokens: { input: draftTokens(draft), output: 0 },
    };
  },

  async finish(brief, draft) {
    return { output: finishDraft(brief, draft), tokens: { input: draftTokens(draft), output: 0 } };
  },
};

function draftTokens(draft: Draft): number {
  return draft.blocks.reduce((sum, block) => sum + countTokens(markdownOf(block)), 0);
}
