import { attempt } from "#app/attempt.ts";
import type { FormState } from "#ui/form-state.ts";
import { keepPasskeyToken } from "./passkey-cookie.ts";

/** What to ask the browser's passkeys for; or what is wrong. */
export type PasskeyQuestion<Options> = FormState & { options?: Options };

/** Begins to ask for a passkey: keeps the browser's part in its cookie and gives the page the rest. Call it from an action. */
export async function askPasskey<Options>(
  begin: () => Promise<{ options: Options; browserToken: string }>,
): Promise<PasskeyQuestion<Options>> {
  let options: Options | undefined;
  const state = await attempt(new FormData(), async () => {
    const begun = await begin();
    await keepPasskeyToken(begun.browserToken);
    options = begun.options;
    return undefined;
  });
  return options === undefined ? state : { options };
}
