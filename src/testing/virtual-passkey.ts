import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const FLAGS = { present: 0x01, verified: 0x04, holdsKey: 0x40 };

interface Ceremony {
  challenge: string;
  /** Where the browser believes that it is. */
  origin?: string;
  /** For whom the device signs. */
  rpID?: string;
  /** False when the device did not ask for a finger or a number. */
  isVerified?: boolean;
}

/** A passkey in software: what a browser and a device answer with (WebAuthn, level 3), to be made right or wrong in every part. */
export function virtualPasskey(home: { origin: string; rpID: string }) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credentialId = randomBytes(32);
  const id = credentialId.toString("base64url");
  let counter = 0;

  const clientData = (type: string, { challenge, origin = home.origin }: Ceremony) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  const deviceData = ({ rpID = home.rpID, isVerified = true }: Ceremony, key?: Uint8Array) => {
    const flags = FLAGS.present | (isVerified ? FLAGS.verified : 0) | (key ? FLAGS.holdsKey : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const head = [createHash("sha256").update(rpID).digest(), Buffer.of(flags), count];
    if (!key) return Buffer.concat(head);
    return Buffer.concat([...head, Buffer.alloc(16), Buffer.of(0, credentialId.length), credentialId, key]);
  };

  const frame = { id, rawId: id, type: "public-key", clientExtensionResults: {} };

  return {
    id,
    /** Sets the count back or forth, as a copy of the device would have it. */
    setCounter(next: number) {
      counter = next;
    },
    /** Answers `navigator.credentials.create`, as the JSON that the page sends. */
    make(ceremony: Ceremony, attestation?: { fmt: string; attStmt: Map<string, Uint8Array[]> }): string {
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const point = (value: string) => new Uint8Array(Buffer.from(value, "base64url"));
      // COSE (RFC 9053): elliptic curve key, ES256, P-256.
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, point(x)],
          [-3, point(y)],
        ]),
      );
      const attestationObject = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, Uint8Array[]>>([
          ["fmt", attestation?.fmt ?? "none"],
          ["attStmt", attestation?.attStmt ?? new Map()],
          ["authData", new Uint8Array(deviceData(ceremony, key))],
        ]),
      );
      return JSON.stringify({
        ...frame,
        response: {
          clientDataJSON: clientData("webauthn.create", ceremony).toString("base64url"),
          attestationObject: Buffer.from(attestationObject).toString("base64url"),
          transports: ["internal"],
        },
      });
    },
    /** Answers `navigator.credentials.get`. Counts up, unless told not to. */
    sign(ceremony: Ceremony & { userHandle?: string; countsUp?: boolean }): string {
      if (ceremony.countsUp !== false) counter += 1;
      const client = clientData("webauthn.get", ceremony);
      const device = deviceData(ceremony);
      const signed = Buffer.concat([device, createHash("sha256").update(client).digest()]);
      return JSON.stringify({
        ...frame,
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: device.toString("base64url"),
          signature: sign("sha256", signed, privateKey).toString("base64url"),
          ...(ceremony.userHandle === undefined ? {} : { userHandle: ceremony.userHandle }),
        },
      });
    },
  };
}
