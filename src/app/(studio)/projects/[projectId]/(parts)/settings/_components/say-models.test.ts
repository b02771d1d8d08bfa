import { describe, expect, it } from "vitest";
import { sayModels } from "./say-models.ts";

const model = (purpose: string, name: string | null, rest = {}) => ({
  purpose,
  name,
  isSetUp: true,
  hasPrice: true,
  ...rest,
});

describe("which models write a project", () => {
  it("is one sentence where one does everything", () => {
    const models = ["Outlining", "Writing", "Checking"].map((purpose) => model(purpose, "gpt-5 of OpenAI"));
    expect(sayModels(models)).toEqual({ models: "Here it is gpt-5 of OpenAI.", warnings: [] });
  });

  it("names each where there are several, and what is missing", () => {
    const models = [
      model("Outlining", "small of OpenAI", { hasPrice: false }),
      model("Writing", "large of Google", { isSetUp: false }),
      model("Checking", null, { isSetUp: false, hasPrice: false }),
    ];
    expect(sayModels(models)).toEqual({
      models: "Outlining: small of OpenAI. Writing: large of Google.",
      warnings: [
        "No model is chosen for: Checking.",
        "large of Google can’t be reached from here: it has no key.",
        "small of OpenAI has no price: what it costs is not known, and under a ceiling nothing is written.",
      ],
    });
    expect(sayModels([model("Writing", null)]).warnings).toEqual(["No language model is chosen yet."]);
  });
});
