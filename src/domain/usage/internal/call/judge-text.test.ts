import { expect, it } from "vitest";
import { z } from "zod";
import { judgeText } from "./judge-text.ts";

const Title = z.object({
  title: z
    .string()
    .min(3)
    .transform((title) => title.trim()),
  words: z.array(z.int()),
});
const good = '{"title":" Quay ","words":[1,2]}';

it.each([
  ["as it is", good],
  ["in a block of code", `\`\`\`json\n${good}\n\`\`\``],
  ["in a block of code without a name", `\n\`\`\`\n${good}\n\`\`\`\n`],
  ["with blanks around it", `\n  ${good}  \n`],
])("an answer %s is used, and kept as it was said", (_, answer) => {
  expect(judgeText(answer, Title)).toEqual({
    kind: "good",
    output: { title: "Quay", words: [1, 2] },
    kept: { title: " Quay ", words: [1, 2] },
  });
});

it.each([
  ["Here it is: {}", /^It is no JSON\.$/],
  [good.slice(0, -1), /^It is no JSON\.$/],
  ['{"title":"Quay"}', /^words: .*expected array.*\.$/],
  ['{"title":"Q","words":[1.5]}', /^title: .*; words\.0: .*\.$/],
  ["[]", /expected object/],
])("%s is none that can be used, and what is wrong is told", (answer, problem) => {
  expect(judgeText(answer, Title)).toEqual({ kind: "bad", answer, problem: expect.stringMatching(problem) });
});

it("tells of the first things that are wrong, and not of all", () => {
  const answer = JSON.stringify({ title: "Quay", words: Array.from({ length: 900 }, () => "x") });
  const judged = judgeText(answer, Title);
  expect(judged.kind === "bad" && judged.problem.length).toBeLessThan(1_600);
});
