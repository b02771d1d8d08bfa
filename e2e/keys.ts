import { expect, type Locator, type Page } from "@playwright/test";

const MOST_STEPS = 120;

/** Goes on by the tabulator until something has the focus, as somebody without a mouse does; the focus can be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not get to ${target}.`);
}

/** Presses a button or follows a link. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Types into a field, in place of what it held. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Chooses one of several, of which the tabulator reaches the one that is chosen. */
export async function choose(page: Page, group: Locator, choice: Locator): Promise<void> {
  await tabTo(page, group.locator("input:checked"));
  for (let step = 0; step < 10 && !(await choice.isChecked()); step += 1)
    await page.keyboard.press("ArrowDown");
  await expect(choice).toBeChecked();
}
