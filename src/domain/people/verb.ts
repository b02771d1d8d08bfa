import type { z } from "zod";
import type { Ctx, TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { parseInput } from "./internal/parse-input.ts";
import { may, type Permission } from "./permissions.ts";

interface VerbOptions<Input extends z.ZodType> {
  /** What the actor must be allowed. */
  needs: Permission;
  input: Input;
}

type Verb<Input extends z.ZodType, Result> = (ctx: Ctx, input: z.input<Input>) => Promise<Result>;

/**
 * A verb that changes something: checks who asks, parses, and works in one transaction inside the organization.
 *
 * @throws AppError FORBIDDEN when the actor may not, INVALID with `fields` when the input is refused.
 */
export function command<Input extends z.ZodType, Result>(
  options: VerbOptions<Input>,
  work: (ctx: TxCtx, input: z.output<Input>) => Promise<Result>,
): Verb<Input, Result> {
  return guarded(options, (ctx, input) => inOrganization(ctx, (inside) => work(inside, input)));
}

/** A verb that reads: as `command`, by another name, so that a reader of the code knows. */
export const query = command;

/** A verb that must not hold a transaction open all the while (it parses files, waits for the network): it opens its own. */
export function guarded<Input extends z.ZodType, Result>(
  options: VerbOptions<Input>,
  work: (ctx: Ctx, input: z.output<Input>) => Promise<Result>,
): Verb<Input, Result> {
  return async (ctx, input) => {
    if (!may(ctx.actor, options.needs)) {
      throw new AppError(
        "FORBIDDEN",
        "Your role does not allow this. Ask an administrator of the organization.",
      );
    }
    return work(ctx, parseInput(options.input, input));
  };
}
