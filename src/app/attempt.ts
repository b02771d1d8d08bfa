import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { env } from "#platform/env.ts";
import { isAppError } from "#platform/errors.ts";
import type { FormState } from "#ui/form-state.ts";
import { isSameOrigin } from "./is-same-origin.ts";
import { limitAction } from "./limit-action.ts";
import { reportError } from "./report-error.ts";

/**
 * Runs what an action does and translates the outcome for its form: a refusal keeps what was typed and names the fields;
 * anything else is logged under an id that the person is shown. Redirects pass through. What no page of ours sent is not done, nor what
 * comes too often.
 *
 * @param act answers with what to say when it worked and the page stays
 */
export async function attempt(form: FormData, act: () => Promise<string | undefined>): Promise<FormState> {
  if (!isSameOrigin({ headers: await headers() })) {
    const message = `Open Episodic at ${env().ORIGIN} and try again there. Nothing was changed.`;
    return { message, values: valuesOf(form) };
  }
  try {
    await limitAction();
    const done = await act();
    return done === undefined ? {} : { done };
  } catch (error) {
    unstable_rethrow(error);
    const values = valuesOf(form);
    if (isAppError(error) && error.code !== "INTERNAL") {
      const { message, fields, code } = error;
      const wrong = Object.keys(fields).length;
      const many = code === "INVALID" && wrong > 1;
      return {
        message: many ? `${wrong} fields need another look; each says why.` : message,
        fields,
        values,
        isConflict: code === "CONFLICT",
      };
    }
    return {
      message: "That did not work, and the fault is ours. Nothing was changed. Try again in a moment.",
      errorId: reportError(error),
      values,
    };
  }
}

/** What is never sent back to the page. */
const IS_SECRET = /password/i;

function valuesOf(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || IS_SECRET.test(name)) continue;
    const given = form.getAll(name).filter((value): value is string => typeof value === "string");
    const [first, ...more] = given;
    if (first !== undefined) values[name] = more.length === 0 ? first : given;
  }
  return values;
}
