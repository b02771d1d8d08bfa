/** The W3C's reference parser comes without types; only what is used here is declared. */
declare module "webvtt-parser" {
  export interface CueNode {
    type: "object" | "text" | "timestamp";
    /** Of an object: "v" for a voice, else c, i, b, u, ruby, rt or lang. */
    name?: string;
    /** The words of a text, the annotation of a voice (its speaker) or language, the seconds of a timestamp. */
    value?: string | number;
    children?: CueNode[];
  }
  export interface Cue {
    /** In seconds. */
    startTime: number;
    endTime: number;
    text: string;
    tree: { children: CueNode[] };
  }
  class WebVTTParser {
    constructor(entities?: Record<string, string>);
    parse(text: string, mode: "metadata" | "chapters" | "subtitles"): { cues: Cue[] };
  }
  const library: { WebVTTParser: typeof WebVTTParser };
  export default library;
}
