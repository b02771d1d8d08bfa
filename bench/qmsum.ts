interface Meeting {
  meeting_transcripts: { speaker: string; content: string }[];
}

/** Speech runs at about this many words a second; QMSum keeps no times. */
const WORDS_PER_SECOND = 2.5;

/**
 * A meeting of QMSum (Zhong et al. 2021) as WebVTT: one cue for each turn, marks such as `{vocalsound}` taken out,
 * `{disfmarker}` as the dash of a broken-off sentence, blanks before signs closed, times estimated from the words.
 */
export function readQmsum(json: string): string {
  const { meeting_transcripts: turns }: Meeting = JSON.parse(json);
  let words = 0;
  const cues = turns.flatMap(({ speaker, content }) => {
    const text = tidy(content);
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    const start = words;
    words += text.split(" ").length;
    return [`${time(start)} --> ${time(words)}\n<v ${speaker}>${escapeCue(text)}</v>`];
  });
  return ["WEBVTT", ...cues].join("\n\n");
}

function tidy(content: string): string {
  return content
    .replace(/\{disfmarker\}/g, "–")
    .replace(/\{[^}]*\}/g, " ")
    .replace(/\s+([.,?!;:'’])/g, "$1")
    .replace(/(\w) - (\w)/g, "$1-$2")
    .replace(/\b(?:[A-Z]_)+[A-Z]?/g, (letters) => letters.replaceAll("_", ""))
    .replace(/\s+/g, " ")
    .trim();
}

function escapeCue(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function time(words: number): string {
  return new Date((words / WORDS_PER_SECOND) * 1000).toISOString().slice(11, 23);
}
