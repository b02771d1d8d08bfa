import { z } from "zod";
import type { MemoryKind } from "#platform/db/generated/client.ts";

/** What people and proposals may add; what was covered is recorded by code alone. */
export const LEARNT_KINDS = ["FACT", "PREFERENCE", "DECISION", "STYLE"] as const satisfies MemoryKind[];
export type LearntKind = (typeof LEARNT_KINDS)[number];

export const LearntKind = z.enum(LEARNT_KINDS, "Say what kind of memory it is.");

/** 1 (a passing remark) to 10 (must never be forgotten). */
export const Importance = z.coerce
  .number("Choose an importance from 1 to 10.")
  .int("Choose an importance from 1 to 10.")
  .min(1, "Choose an importance from 1 to 10.")
  .max(10, "Choose an importance from 1 to 10.");
