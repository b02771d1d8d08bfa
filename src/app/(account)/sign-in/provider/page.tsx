import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { webSystem } from "#app/database.ts";
import { findProvider } from "#app/handshake/configured-providers.ts";
import { cookieNames } from "#app/handshake/handshake-cookies.ts";
import { openPurpose } from "#app/handshake/handshake-purpose.ts";
import { buttonClass } from "#ui/button.tsx";

/** Leads on to the service of the handshake that this browser has begun. The address is our own, sealed in a cookie. */
export default async function ProviderPage() {
  const sealed = (await cookies()).get(cookieNames().purpose)?.value;
  const purpose = await openPurpose(webSystem().keys, sealed);
  const provider = purpose && findProvider(purpose.provider);
  if (!provider) redirect("/sign-in");
  return (
    <div className="space-y-5">
      <meta httpEquiv="refresh" content={`0;url=${purpose.address}`} />
      <h1 className="title text-3xl">On to {provider.name}</h1>
      <p>{provider.name} asks who you are, and leads you back here.</p>
      <a href={purpose.address} className={buttonClass("plain", "w-full")}>
        Continue to {provider.name}
      </a>
    </div>
  );
}
