import type { Phrases } from "./say.ts";

export const english: Phrases = {
  recapTitle: [
    "Last time: *{title}*.",
    "The previous episode was *{title}*.",
    "Where we left off: *{title}*.",
  ],
  recapHeadings: ["Its sections were {headings}.", "It went through {headings}."],
  recapLine: ["One line from it: {line} ({attribution})", "It had this line: {line} ({attribution})"],
  startDocument: [
    "Today’s pages come from *{source}*.",
    "Today we read in *{source}*.",
    "This time the pages are from *{source}*.",
  ],
  startTalk: [
    "Today we listen in on *{source}*{span}.",
    "This time we follow *{source}*{span}.",
    "Today’s conversation comes from *{source}*{span}.",
  ],
  people: ["We hear {people}."],
  cuts: ["Everything is in the order in which it was said; a new paragraph or […] marks a cut."],
  goesOn: [
    "We pick up *{source}* where the last episode stopped{span}.",
    "*{source}* goes on from where the last episode ended{span}.",
  ],
  turnDocument: [
    "From here on the pages come from *{source}*.",
    "Now to *{source}*.",
    "The next pages are from *{source}*.",
  ],
  turnTalk: ["From here on we listen in on *{source}*{span}.", "Now to *{source}*{span}."],
  later: ["Later, at {time}:", "At {time}:", "Further on, at {time}:"],
  furtherOn: ["Further on:", "Later in the same conversation:"],
  ahead: ["Still ahead: {headings}.", "Next in the sources: {headings}."],
  end: ["With this episode everything in the sources so far has been told."],
  whoSaid: ["Who said this? {line}", "Whose words are these? {line}"],
  gap: ["Which words are missing? {line}", "Fill the gap: {line}"],
  ending: ["How does this sentence end? {line}", "Complete the sentence: {line}"],
  reply: [
    "{asker} asked: {line} What did {answerer} reply?",
    "To {asker}’s question {line} what was {answerer}’s answer?",
  ],
  asks: ["A reader asks: {question}"],
  correction: ["**Correction** to what stands in {where}: {right}"],
  correctionOf: ["**Correction.** In {where} it says {wrong}. Right is: {right}"],
  toldIn: ["It was told in *{title}*."],
  why: "Why? {line}",
  whatIs: "What is {term}?",
  whatAre: "What are {term}?",
  howMany: "How many {unit}? {line}",
  whatShare: "What share? {line}",
};
