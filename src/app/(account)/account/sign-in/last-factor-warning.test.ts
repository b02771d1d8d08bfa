import { expect, test } from "vitest";
import type { MyFactors } from "#domain/people/list-my-factors.ts";
import type { MyOrganization } from "#domain/people/list-my-organizations.ts";
import { lastFactorWarning } from "./last-factor-warning.ts";

const now = new Date("2026-11-20T06:30:00Z");
const app = { confirmedAt: now };
const passkey = { id: "1", name: "Laptop", isBackedUp: false, createdAt: now, lastUsedAt: null };
const have = (given: Partial<MyFactors>): MyFactors => ({
  authenticatorApp: null,
  passkeys: [],
  recoveryCodesLeft: 10,
  ...given,
});
const organization = (name: string, requiresSecondFactor: boolean): MyOrganization => ({
  organizationId: name,
  name,
  role: "EDITOR",
  reportingZone: "UTC",
  isSetUp: true,
  requiresSecondFactor,
  projectIds: null,
});

test("nothing is said while there is another factor, or none", () => {
  expect(lastFactorWarning(have({ authenticatorApp: app, passkeys: [passkey] }), [])).toBeNull();
  expect(lastFactorWarning(have({ passkeys: [passkey, passkey] }), [])).toBeNull();
  expect(lastFactorWarning(have({}), [organization("Northwind", true)])).toBeNull();
});

test("the only one is named as such, with what would be closed", () => {
  const only = have({ passkeys: [passkey] });
  expect(lastFactorWarning(only, [organization("Southwind", false)])).toMatch(
    /only second factor.*go with it\.$/,
  );
  const demanding = [
    organization("Northwind", true),
    organization("Southwind", false),
    organization("Eastwind", true),
  ];
  expect(lastFactorWarning(only, demanding)).toContain(
    "Northwind and Eastwind demand one, and will be closed",
  );
});
