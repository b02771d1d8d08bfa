import { describe, expect, it } from "vitest";
import { whyEasyToGuess } from "./why-easy-to-guess.ts";

const OWN = ["episodic", "ines castro", "ines", "castro", "ines@northwind.example", "northwind"];

describe("a password that is chosen", () => {
  it.each([
    ["qwertyuiop", /most common/],
    ["password123", /very common/],
    ["Password1!", /close to a very common/],
    ["1q2w3e4r5t6y", /common/],
    ["aaaaaaaaaaaa", /again and again/],
    ["a".repeat(128), /again and again/],
    ["hunter2hunter2", /again and again/],
    ["abcdefghijklmnop", /in their order/],
    ["Northwind2026", /your name, your address or your organisation/],
    ["InesNorthwind2026", /your name, your address or your organisation/],
    ["1nesC4stro!!", /your name, your address or your organisation|easy to guess/],
    ["ines@northwind.example", /your name, your address or your organisation/],
    ["CastroCastro", /easy to guess|your name/],
  ])("%s is refused: %s, and it says what to do", (password, reason) => {
    const said = whyEasyToGuess(password, OWN);
    expect(said).toMatch(reason);
    expect(said).toMatch(/Try a few words/);
  });

  it.each([
    "correct horse battery staple",
    "kX9#mPq2vL",
    "Tokyo-Falafel-91",
    "mein Hund frisst Kuchen",
    "日本語のパスワード長い",
    "ines likes purple tractors",
  ])("%s is good enough", (password) => expect(whyEasyToGuess(password, OWN)).toBeNull());

  it("is weighed in no time, whatever it is made of", () => {
    const start = performance.now();
    for (const piece of ["4@8({[<3", "p4$$w0rd", "1!|il", "()[]{}<>|!1l7+$5", "abc"]) {
      whyEasyToGuess(piece.repeat(64).slice(0, 128), OWN);
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
