import { z } from "zod";

const NO_ANSWER = "The passkey did not answer as it should. Try again.";
const LONGEST = 20_000;

const bytes = z.base64url().min(1).max(LONGEST);

const frame = {
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};

const json = z
  .string(NO_ANSWER)
  .max(LONGEST, NO_ANSWER)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: NO_ANSWER });
      return z.NEVER;
    }
  });

/** What a browser gives when a passkey was made: the JSON of `RegistrationResponseJSON` (WebAuthn, level 3, section 5.1). */
export const NewPasskeyAnswer = json.pipe(
  z.object(
    {
      ...frame,
      response: z.object({
        clientDataJSON: bytes,
        attestationObject: bytes,
        transports: z.array(z.string().max(30)).max(10).default([]),
      }),
    },
    NO_ANSWER,
  ),
);

/** What a browser gives when a passkey has signed: the JSON of `AuthenticationResponseJSON`. */
export const PasskeyAnswer = json.pipe(
  z.object(
    {
      ...frame,
      response: z.object({
        clientDataJSON: bytes,
        authenticatorData: bytes,
        signature: bytes,
        userHandle: z.base64url().max(200).exactOptional(),
      }),
    },
    NO_ANSWER,
  ),
);
export type PasskeyAnswer = z.output<typeof PasskeyAnswer>;

/** What every answer comes with: the site as it is configured, never as a request calls it, and the cookie of the browser. */
export const AnswerFrame = {
  origin: z.url(),
  browserToken: z.string().max(100),
};
