import type { Phrases } from "./say.ts";

export const french: Phrases = {
  recapTitle: [
    "La dernière fois : *{title}*.",
    "L’épisode précédent s’intitulait *{title}*.",
    "Nous en étions à *{title}*.",
  ],
  recapHeadings: ["Ses parties étaient {headings}.", "Il passait par {headings}."],
  recapLine: ["Une phrase à retenir : {line} ({attribution})", "On y lisait : {line} ({attribution})"],
  startDocument: [
    "Les pages d’aujourd’hui viennent de *{source}*.",
    "Aujourd’hui, nous lisons *{source}*.",
    "Cette fois, les pages sont tirées de *{source}*.",
  ],
  startTalk: [
    "Aujourd’hui, nous écoutons *{source}*{span}.",
    "Cette fois, nous suivons *{source}*{span}.",
    "La conversation d’aujourd’hui vient de *{source}*{span}.",
  ],
  people: ["On entend {people}."],
  cuts: ["Tout est dans l’ordre où cela a été dit ; un nouveau paragraphe ou […] marque une coupure."],
  goesOn: [
    "Nous reprenons *{source}* là où le dernier épisode s’est arrêté{span}.",
    "*{source}* continue là où s’achevait le dernier épisode{span}.",
  ],
  turnDocument: [
    "À partir d’ici, les pages viennent de *{source}*.",
    "Passons à *{source}*.",
    "Les pages suivantes sont tirées de *{source}*.",
  ],
  turnTalk: ["À partir d’ici, nous écoutons *{source}*{span}.", "Passons à *{source}*{span}."],
  later: ["Plus tard, à {time} :", "À {time} :", "Plus loin, à {time} :"],
  furtherOn: ["Un peu plus loin :", "Plus tard dans la même conversation :"],
  ahead: ["À suivre : {headings}.", "Ensuite dans les sources : {headings}."],
  end: ["Avec cet épisode, tout ce que contiennent les sources a été raconté."],
  whoSaid: ["Qui a dit ceci ? {line}", "De qui sont ces mots ? {line}"],
  gap: ["Quels mots manquent ? {line}", "Que faut-il dans le blanc ? {line}"],
  ending: ["Comment finit cette phrase ? {line}", "Complétez la phrase : {line}"],
  reply: [
    "{asker} a demandé : {line} Qu’a répondu {answerer} ?",
    "À la question de {asker}, {line}, quelle fut la réponse de {answerer} ?",
  ],
  asks: ["Une question de nos lecteurs : {question}"],
  correction: ["**Rectification** de ce qui figure dans {where} : {right}"],
  correctionOf: ["**Rectification.** Dans {where}, on lit {wrong}. Ce qui est juste : {right}"],
  toldIn: ["Cela a été raconté dans *{title}*."],
  why: "Pourquoi ? {line}",
  whatIs: null,
  whatAre: null,
  howMany: null,
  whatShare: null,
};
