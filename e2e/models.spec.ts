import { expect, type Page } from "@playwright/test";
import { MODEL_PORT } from "./model-port.ts";
import { test } from "./signed-in.ts";

/** Known to no price list. */
const MODEL = "house-writer";

const providerToTry = (page: Page) => page.getByLabel("Provider to try");
const modelToTry = (page: Page) => page.getByLabel("Model to try");

async function tryIt(page: Page, provider: string, model: string): Promise<void> {
  await providerToTry(page).selectOption({ label: provider });
  await modelToTry(page).fill(model);
  await page.getByRole("button", { name: "Try it" }).click();
}

test("an administrator chooses a model, tries it, and settles what it cost by entering its price", async ({
  page,
  request,
}) => {
  await page.goto("/settings");
  await page.getByRole("link", { name: "Choose models" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Models" })).toBeVisible();
  await expect(
    page.getByText("not set up: whoever runs this installation sets GOOGLE_API_KEY"),
  ).toBeVisible();

  await test.step("what is wrong with a choice stands at its field", async () => {
    await page.getByLabel("Model", { exact: true }).fill("two words");
    await page.getByRole("button", { name: "Choose this model" }).click();
    await expect(page.getByText("The name of a model has no spaces.").last()).toBeVisible();
    await expect(page.getByLabel("Model", { exact: true })).toHaveValue("two words");
  });

  await test.step("the choice is kept, and says that it has no price", async () => {
    await page.getByLabel("Model", { exact: true }).fill(MODEL);
    await page.getByRole("button", { name: "Choose this model" }).click();
    await expect(page.getByText("Chosen. It counts from the next call on.")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "All projects, everything" })).toContainText(
      /no price/,
    );
  });

  await test.step("a key that was revoked, and an address where nobody is, are told in plain words", async () => {
    await tryIt(page, "Anthropic", "claude-sonnet-5-5");
    await expect(page.getByText(/Anthropic refused the key/)).toBeVisible();
    await expect(modelToTry(page)).toHaveValue("claude-sonnet-5-5");
    await tryIt(page, "Cellar", "llama3.3:70b");
    await expect(page.getByText(/have its address checked/)).toBeVisible({ timeout: 20_000 });
  });

  await test.step("the chosen one answers, and what that cost is not known yet", async () => {
    const answer = { object: { sentence: "Ready when you are." } };
    await request.post(`http://127.0.0.1:${MODEL_PORT}/control/answers`, { data: { answer } });
    await tryIt(page, "OpenAI", MODEL);
    await expect(
      page.getByText(new RegExp(`${MODEL} of OpenAI answered in .* the model has no price`)),
    ).toBeVisible();
  });

  await test.step("its price settles the call, and a comma is not one", async () => {
    await page.goto("/usage/prices");
    await expect(page.getByText("1 call has no price")).toBeVisible();
    await expect(page.getByLabel("Model")).toHaveValue(MODEL);
    await page.getByLabel("Input").fill("0,15");
    await page.getByLabel("Output").fill("0.60");
    await page.getByRole("button", { name: "Enter the price" }).click();
    await expect(page.getByText("Write a point instead of the comma: 0.15.").last()).toBeVisible();
    await page.getByLabel("Input").fill("0.15");
    await page.getByRole("button", { name: "Enter the price" }).click();
    await expect(
      page.getByText(/The price of house-writer is entered. 1 call without a price was settled/),
    ).toBeVisible();
    await expect(page.getByText("1 call has no price")).toHaveCount(0);
    const own = page.getByRole("region", { name: "Your own prices" });
    await expect(own.getByRole("row").filter({ hasText: MODEL })).toContainText("$0.15");
  });

  await test.step("and the choice is taken back", async () => {
    await page.goto("/settings/models");
    await expect(page.getByText("no price")).toHaveCount(0);
    const chosen = page.getByRole("listitem").filter({ hasText: "All projects, everything" });
    await expect(chosen).toHaveCount(1);
    await chosen.getByRole("button", { name: /Take back the choice/ }).click();
    await expect(chosen).toHaveCount(0);
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a price is entered and a model is tried all the same", async ({ page }) => {
    await page.goto("/usage/prices?provider=compatible&model=plain-model#enter");
    await page.getByLabel("It is free").check();
    await page.getByRole("button", { name: "Enter the price" }).click();
    await expect(page.getByText("The price of plain-model is entered.")).toBeVisible();
    await page.goto("/settings/models");
    await tryIt(page, "Anthropic", "claude-sonnet-5-5");
    await expect(page.getByText(/Anthropic refused the key/)).toBeVisible();
  });
});
