import type { ModelFailure } from "#platform/models/reply.ts";
import { describeProvider } from "../../describe-provider.ts";
import { ModelCallError, type ModelProblem } from "../../model-call-error.ts";

/** An empty account may be filled any time, and asking for it costs nothing. */
const OUT_OF_CREDIT_SECONDS = 900;
const ANOTHER = "Choose another model under Settings, Models.";

interface Asked {
  provider: string;
  model: string;
}

/** A failure of a provider as an error that tells a person what to do. */
export function failureError(failure: ModelFailure, { provider, model }: Asked): ModelCallError {
  const who = describeProvider(provider);
  const tell = (problem: ModelProblem, message: string) => new ModelCallError(problem, message);
  switch (failure.kind) {
    case "status":
      return statusError(failure, { who, model });
    case "broken":
      return tell(
        "UNAVAILABLE",
        `${who} gave no whole answer. ${sentence(failure.says)}It is asked again later.`,
      );
    case "unsupported":
      return tell("UNKNOWN_MODEL", `${who} has no models that make vectors. ${ANOTHER}`);
    case "timeout":
      return tell(
        "TIMEOUT",
        `The model ${model} of ${who} took too long to answer. It is asked again later.`,
      );
    case "stopped":
      return tell("STOPPED", "The call was stopped.");
    case "truncated":
      return tell("TRUNCATED", `The answer of ${model} was longer than it may be, and broke off. ${ANOTHER}`);
    case "refused":
      return tell(
        "REFUSED",
        `The model ${model} of ${who} refused to answer. Change the sources or the goal. ${ANOTHER}`,
      );
    case "empty":
      return tell("EMPTY", `The model ${model} of ${who} answered with nothing. ${ANOTHER}`);
  }
}

type StatusFailure = Extract<ModelFailure, { kind: "status" }>;

function statusError(failure: StatusFailure, { who, model }: { who: string; model: string }): ModelCallError {
  const { status, retryAfterMs, isOutOfCredit, says } = failure;
  if (isOutOfCredit) {
    return new ModelCallError(
      "UNAVAILABLE",
      `The account with ${who} has no credit left. Top it up there: it goes on by itself.`,
      {
        retryAfterSeconds: OUT_OF_CREDIT_SECONDS,
      },
    );
  }
  if (isPassing(status)) {
    const what =
      status === 429 ? "is asked too often at the moment" : `has trouble at the moment (status ${status})`;
    const again = retryAfterMs === null ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) };
    return new ModelCallError("UNAVAILABLE", `${who} ${what}. It is asked again later.`, again);
  }
  if (status === 401 || status === 403) {
    return new ModelCallError(
      "KEY_REFUSED",
      `${who} refused the key (status ${status}). Have whoever runs Episodic put a valid one into its configuration, then try again.`,
    );
  }
  if (status === 404) {
    return new ModelCallError("UNKNOWN_MODEL", `${who} has no model ${model} for this key. ${ANOTHER}`);
  }
  return new ModelCallError(
    "UNKNOWN_MODEL",
    `${who} refused what was asked of the model ${model} (status ${status}). ${quote(says)}${ANOTHER}`,
  );
}

/** What may be otherwise in a while: haste, trouble, and what came in between. */
export function isPassing(status: number): boolean {
  return status >= 500 || [408, 409, 425, 429].includes(status);
}

const sentence = (says: string): string => (says === "" ? "" : `${says.replace(/\.$/, "")}. `);
const quote = (says: string): string => (says === "" ? "" : `It says: “${says}”. `);
