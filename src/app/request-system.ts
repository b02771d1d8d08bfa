import { headers } from "next/headers";
import { cache } from "react";
import type { System } from "#platform/system.ts";
import { clientAddress } from "./client-address.ts";
import { webSystem } from "./database.ts";

/** The system as one request sees it: it knows where the request came from. */
export const requestSystem = cache(async (): Promise<System> => {
  const given = await headers();
  return {
    ...webSystem(),
    from: { address: clientAddress(given), userAgent: given.get("user-agent") },
  };
});
