import { expect, it } from "vitest";
import { z } from "zod";
import { portableSchema } from "./portable-schema.ts";

it("tells alternatives in the one way that every provider takes, and leaves a field of that name alone", async () => {
  const schema = z.object({
    oneOf: z.string(),
    blocks: z.array(
      z.discriminatedUnion("type", [
        z.object({ type: z.literal("A"), text: z.string() }),
        z.object({ type: z.literal("B"), at: z.number().nullable() }),
      ]),
    ),
  });
  const told = await portableSchema(schema);
  expect(told).toMatchObject({
    required: ["oneOf", "blocks"],
    additionalProperties: false,
    properties: {
      oneOf: { type: "string" },
      blocks: { items: { anyOf: [{ required: ["type", "text"] }, { required: ["type", "at"] }] } },
    },
  });
  expect(JSON.stringify(told)).not.toContain('"oneOf":[');
});
