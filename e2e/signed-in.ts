import { type BrowserContextOptions, test as base } from "@playwright/test";
import { signIn } from "./sign-in.ts";

type State = Exclude<BrowserContextOptions["storageState"], string | undefined>;

/** Tests that begin as the owner, signed in; the sign-in is done once for all of them. */
export const test = base.extend<object, { ownerState: State }>({
  ownerState: [
    async ({ browser }, use, { project }) => {
      const page = await browser.newPage({ baseURL: project.use.baseURL ?? "" });
      await signIn(page);
      await use(await page.context().storageState());
      await page.close();
    },
    { scope: "worker" },
  ],
  storageState: ({ ownerState }, use) => use(ownerState),
});
