import { AppError, type ErrorCode } from "#platform/errors.ts";
import type { FullBudget } from "./reserve-usage.ts";

/** Why a model gave no answer that can be used. */
export type ModelProblem =
  | "OVER_BUDGET"
  | "NO_PRICE"
  | "NO_MODEL"
  | "TOO_LONG"
  | "NO_KEY"
  | "KEY_REFUSED"
  | "UNKNOWN_MODEL"
  | "UNAVAILABLE"
  | "TIMEOUT"
  | "TRUNCATED"
  | "EMPTY"
  | "REFUSED"
  | "INVALID_ANSWER"
  | "STOPPED";

const CODES: Record<ModelProblem, ErrorCode> = {
  OVER_BUDGET: "LIMIT_REACHED",
  NO_PRICE: "NOT_NOW",
  NO_MODEL: "INVALID",
  TOO_LONG: "INVALID",
  NO_KEY: "INVALID",
  KEY_REFUSED: "INVALID",
  UNKNOWN_MODEL: "INVALID",
  UNAVAILABLE: "NOT_NOW",
  TIMEOUT: "NOT_NOW",
  TRUNCATED: "NOT_NOW",
  EMPTY: "NOT_NOW",
  REFUSED: "NOT_NOW",
  INVALID_ANSWER: "NOT_NOW",
  STOPPED: "NOT_NOW",
};

interface Details {
  cause?: unknown;
  /** With UNAVAILABLE: the provider asked not to come back before. */
  retryAfterSeconds?: number;
  /** With OVER_BUDGET and NO_PRICE: what the call may at most cost, 0 where nobody can say. */
  neededNanos?: bigint;
  /** With OVER_BUDGET: the ceiling that it does not fit under. */
  budget?: FullBudget;
}

/** A call to a model that came to nothing. The message tells a person what to do; `problem` tells the program. */
export class ModelCallError extends AppError {
  readonly problem: ModelProblem;
  readonly neededNanos: bigint | undefined;
  readonly budget: FullBudget | undefined;

  constructor(problem: ModelProblem, message: string, details: Details = {}) {
    const { neededNanos, budget, ...options } = details;
    super(CODES[problem], message, options);
    this.name = "ModelCallError";
    this.problem = problem;
    this.neededNanos = neededNanos;
    this.budget = budget;
  }
}

/** True for an error of the door to the models, of this kind if one is named. */
export function isModelCallError(error: unknown, problem?: ModelProblem): error is ModelCallError {
  return error instanceof ModelCallError && (problem === undefined || error.problem === problem);
}
