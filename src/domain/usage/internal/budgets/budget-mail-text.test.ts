import { describe, expect, it } from "vitest";
import { budgetMail } from "./budget-mail-text.ts";

const facts = {
  kind: "REACHED_80",
  window: "DAY",
  startsOn: "2026-11-20",
  isHard: true,
  ceilingNanos: 2_000_000_000n,
  spentNanos: 1_604_300_000n,
  organization: "Northwind",
  project: "Quay",
  heldCount: 0,
  held: [],
  mayRaise: true,
  askOf: [],
  origin: "https://episodic.test",
} as const;
const run = { project: "Quay", occurrenceKey: "2026-11-20", reason: "No room for $0.50." };

describe("a mail about a mark of a ceiling", () => {
  it("says whose it is, which window, what is spent and what happens next", () => {
    const mail = budgetMail(facts);
    expect(mail.subject).toBe("80 % of a ceiling is spent: Quay, Friday 20 November 2026");
    expect(mail.text).toContain("Quay has cost $1.60 of the ceiling of $2.00, Friday 20 November 2026.");
    expect(mail.text).toContain("waits until somebody raises it, or until the day is over.");
    expect(budgetMail({ ...facts, isHard: false }).text).toContain(
      "The ceiling is soft: it tells, and holds nothing.",
    );
  });

  it("names the organization where the ceiling is of all, and an episode where it is of each", () => {
    const all = budgetMail({
      ...facts,
      kind: "REACHED_100",
      project: null,
      window: "MONTH",
      startsOn: "2026-11-01",
    });
    expect(all.subject).toBe("All of a ceiling is spent: Northwind, November 2026");
    const each = budgetMail({ ...facts, kind: "REACHED_100", window: "EPISODE", startsOn: "1970-01-01" });
    expect(each.text).toContain("An episode has cost $1.60 of the ceiling of $2.00, for each episode.");
    expect(each.text).not.toContain("1970");
  });
});

describe("a mail about runs that are held", () => {
  const held = { ...facts, kind: "RUN_HELD", heldCount: 1, held: [run] } as const;

  it("names them with their reasons, and says how they go on", () => {
    const mail = budgetMail(held);
    expect(mail.subject).toBe("An episode waits for money: Quay");
    expect(mail.text).toContain("Quay, 2026-11-20: No room for $0.50.");
    expect(mail.text).toContain(
      "once the ceiling is raised, or when the next day begins, as far as there is room.",
    );
    expect(mail.text).toContain("Raise the ceiling:\nhttps://episodic.test/usage/budgets");
    const many = budgetMail({ ...held, heldCount: 8 });
    expect(many.subject).toBe("8 episodes wait for money: Quay");
    expect(many.text).toContain("And 7 more.");
  });

  it("tells who may not raise it whom to ask, and leads them to what they may see", () => {
    const { text, html } = budgetMail({ ...held, mayRaise: false, askOf: ["Ines Martin", "Noor <b>"] });
    expect(text).toContain("To have it raised, ask Ines Martin or Noor <b>.");
    expect(text).toContain("https://episodic.test/queue?view=attention");
    expect(text).not.toContain("/usage/budgets");
    expect(html).not.toContain("<b>.");
    expect(budgetMail({ ...held, mayRaise: false }).text).toContain("ask an administrator.");
  });
});
