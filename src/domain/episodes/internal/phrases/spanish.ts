import type { Phrases } from "./say.ts";

export const spanish: Phrases = {
  recapTitle: [
    "La última vez: *{title}*.",
    "El episodio anterior fue *{title}*.",
    "Lo dejamos en *{title}*.",
  ],
  recapHeadings: ["Sus secciones fueron {headings}.", "Pasó por {headings}."],
  recapLine: ["Una frase de él: {line} ({attribution})", "Allí se leía: {line} ({attribution})"],
  startDocument: [
    "Las páginas de hoy vienen de *{source}*.",
    "Hoy leemos en *{source}*.",
    "Esta vez las páginas son de *{source}*.",
  ],
  startTalk: [
    "Hoy escuchamos *{source}*{span}.",
    "Esta vez seguimos *{source}*{span}.",
    "La conversación de hoy viene de *{source}*{span}.",
  ],
  people: ["Oímos a {people}."],
  cuts: ["Todo está en el orden en que se dijo; un párrafo nuevo o […] marca un corte."],
  goesOn: [
    "Retomamos *{source}* donde se detuvo el último episodio{span}.",
    "*{source}* sigue donde terminó el último episodio{span}.",
  ],
  turnDocument: [
    "A partir de aquí las páginas vienen de *{source}*.",
    "Ahora, *{source}*.",
    "Las páginas siguientes son de *{source}*.",
  ],
  turnTalk: ["A partir de aquí escuchamos *{source}*{span}.", "Ahora, *{source}*{span}."],
  later: ["Más tarde, en {time}:", "En {time}:", "Más adelante, en {time}:"],
  furtherOn: ["Más adelante:", "Después, en la misma conversación:"],
  ahead: ["Aún queda: {headings}.", "Lo siguiente en las fuentes: {headings}."],
  end: ["Con este episodio queda contado todo lo que contienen las fuentes hasta ahora."],
  whoSaid: ["¿Quién dijo esto? {line}", "¿De quién son estas palabras? {line}"],
  gap: ["¿Qué palabras faltan? {line}", "Completa el hueco: {line}"],
  ending: ["¿Cómo termina esta frase? {line}", "Completa la frase: {line}"],
  reply: [
    "{asker} preguntó: {line} ¿Qué respondió {answerer}?",
    "A la pregunta de {asker}, {line}, ¿cuál fue la respuesta de {answerer}?",
  ],
  asks: ["Alguien que nos lee pregunta: {question}"],
  correction: ["**Corrección** de lo que consta en {where}: {right}"],
  correctionOf: ["**Corrección.** En {where} se lee {wrong}. Lo correcto es: {right}"],
  toldIn: ["Se contó en *{title}*."],
  why: "¿Por qué? {line}",
  whatIs: null,
  whatAre: null,
  howMany: null,
  whatShare: null,
};
