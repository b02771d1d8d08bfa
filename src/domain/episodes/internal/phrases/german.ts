import type { Phrases } from "./say.ts";

export const german: Phrases = {
  recapTitle: [
    "Beim letzten Mal: *{title}*.",
    "Die vorige Folge hieß *{title}*.",
    "Wo wir stehen geblieben sind: *{title}*.",
  ],
  recapHeadings: ["Ihre Abschnitte waren {headings}.", "Es ging durch {headings}."],
  recapLine: ["Ein Satz daraus: {line} ({attribution})", "Darin stand: {line} ({attribution})"],
  startDocument: [
    "Die heutigen Seiten stammen aus *{source}*.",
    "Heute lesen wir in *{source}*.",
    "Diesmal kommen die Seiten aus *{source}*.",
  ],
  startTalk: [
    "Heute hören wir hinein in *{source}*{span}.",
    "Diesmal folgen wir *{source}*{span}.",
    "Das heutige Gespräch stammt aus *{source}*{span}.",
  ],
  people: ["Es sprechen {people}."],
  cuts: [
    "Alles steht in der Reihenfolge, in der es gesagt wurde; ein neuer Absatz oder […] zeigt eine Kürzung.",
  ],
  goesOn: [
    "Wir lesen in *{source}* weiter, wo die letzte Folge aufhörte{span}.",
    "*{source}* geht weiter, wo die letzte Folge endete{span}.",
  ],
  turnDocument: [
    "Von hier an stammen die Seiten aus *{source}*.",
    "Nun zu *{source}*.",
    "Die nächsten Seiten sind aus *{source}*.",
  ],
  turnTalk: ["Von hier an hören wir *{source}*{span}.", "Nun zu *{source}*{span}."],
  later: ["Später, bei {time}:", "Bei {time}:", "Weiter, bei {time}:"],
  furtherOn: ["Etwas später:", "Weiter im selben Gespräch:"],
  ahead: ["Es kommt noch: {headings}.", "Als Nächstes in den Quellen: {headings}."],
  end: ["Mit dieser Folge ist alles erzählt, was die Quellen bisher enthalten."],
  whoSaid: ["Wer hat das gesagt? {line}", "Von wem stammen diese Worte? {line}"],
  gap: ["Welche Wörter fehlen? {line}", "Was gehört in die Lücke? {line}"],
  ending: ["Wie endet dieser Satz? {line}", "Wie geht der Satz weiter? {line}"],
  reply: [
    "{asker} fragte: {line} Was antwortete {answerer}?",
    "Auf die Frage von {asker}, {line}, was war die Antwort von {answerer}?",
  ],
  asks: ["Aus der Leserschaft kommt die Frage: {question}"],
  correction: ["**Berichtigung** zu dem, was in {where} steht: {right}"],
  correctionOf: ["**Berichtigung.** In {where} heißt es {wrong}. Richtig ist: {right}"],
  toldIn: ["Es wurde in *{title}* erzählt."],
  why: "Warum? {line}",
  whatIs: null,
  whatAre: null,
  howMany: null,
  whatShare: null,
};
