import { describe, expect, it } from "vitest";
import { linguistFor } from "#platform/language/linguist-for.ts";
import { keyPhrases } from "./key-phrases.ts";

function phrasesOf(section: readonly string[], other: readonly string[], language = "en"): string[] {
  const linguist = linguistFor(language);
  const read = (texts: readonly string[]) =>
    texts.map((text, at) => ({ speaker: at % 2 === 0 ? "Ada" : "Bo", sentences: linguist.read(text) }));
  const [found] = keyPhrases([read(section), read(other)], linguist);
  return (found ?? []).map(({ text }) => text);
}

const OTHER = [
  "The council met on the hill in the rain and voted for the new roof of the school.",
  "The school has waited for its roof since the storm, and the council knows that very well.",
];

describe("the key phrases of a section", () => {
  it("put a compound that comes back before its words", () => {
    const section = [
      "The payment page loses one passenger in ten on a slow telephone.",
      "Nobody reads the small print on the payment page before the summer.",
      "A payment takes too long there, and the passenger goes away without a ticket.",
      "We rebuilt the payment page in April, and every payment was faster afterwards.",
    ];
    expect(phrasesOf(section, OTHER)[0]).toBe("payment page");
  });

  it("take no verb for a noun", () => {
    const section = [
      "I was against it in February because parties split.",
      "A party can be split by the steward when the children walk aboard.",
      "If a party turns up split, the steward lets them all walk aboard.",
      "They split the party at the gangway, and the party never minds.",
    ];
    expect(phrasesOf(section, OTHER).filter((phrase) => phrase.includes("split"))).toEqual([]);
  });

  it("name nothing that is said in passing", () => {
    const section = [
      "My cousin bought an ice cream on the quay and dropped it on his shoe.",
      "The wind is strong up there in the winter, as all of us remember.",
      "Nobody would have believed how strong it can be before they stood in it.",
    ];
    expect(phrasesOf(section, OTHER)).toEqual([]);
  });

  it("end with a noun in German too", () => {
    const section = [
      "Die Hafenbehörde zahlt den neuen Eisbrecher nicht allein.",
      "Ob die Hafenbehörde zahlt, weiß heute niemand im Rathaus.",
      "Wenn die Hafenbehörde zahlt, fährt der neue Eisbrecher im Januar.",
      "Der neue Eisbrecher gehört dann der Hafenbehörde und der Stadt.",
    ];
    const found = phrasesOf(section, ["Die Schule am Berg wartet seit Jahren auf ein Dach."], "de");
    expect(found.length).toBeGreaterThan(0);
    for (const phrase of found) expect(phrase).toMatch(/(?:^| )\p{Lu}[\p{L}]+$/u);
  });
});
