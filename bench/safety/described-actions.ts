import type { Role } from "#platform/context.ts";
import type { Kind } from "./two-organizations.ts";

export interface DescribedAction {
  /** The lowest role that may do it; or anybody who is signed in, about themselves; or anybody. */
  who: Role | "person" | "anyone";
  /** What the fields of its form name. */
  ids?: Record<string, Kind>;
  /** The other fields, so that nothing but the caller is in the way. */
  fields?: Record<string, string>;
  /** It ends the caller's own session: asked only without one. */
  endsSession?: true;
  /** It takes no form. */
  isQuestion?: true;
}

const PROJECT = { projectId: "project" } as const;
const NOTE = { noteId: "note" } as const;
const SETTINGS = { title: "Taken over", goal: "Taken over.", audience: "", minutes: "6", version: "1" };
const CADENCE = {
  version: "1",
  repeat: "weekly",
  days: "1",
  time: "07:30",
  timeZone: "Europe/Berlin",
  missedSlotPolicy: "LATEST",
};

const MEMORY = { kind: "FACT", text: "Taken over.", importance: "5" };

/** Every action of the build, by the file and the name that export it. One that is not here makes the proof fail. */
export const DESCRIBED_ACTIONS: Record<string, DescribedAction> = {
  "(account)/account/actions.ts#changeTheme": { who: "anyone", fields: { theme: "dark" } },
  "(account)/account/actions.ts#signOut": { who: "anyone" },
  "(account)/account/data/actions.ts#deleteMe": { who: "person", fields: { address: "x@example.test" } },
  "(account)/account/profile-actions.ts#saveProfile": {
    who: "person",
    fields: { name: "Taken over", timeZone: "UTC" },
  },
  "(account)/account/sessions/session-actions.ts#endOne": { who: "person", ids: { sessionId: "session" } },
  "(account)/account/sessions/session-actions.ts#endOthers": { who: "person" },
  "(account)/account/sign-in/app-actions.ts#beginApp": { who: "person" },
  "(account)/account/sign-in/app-actions.ts#confirmApp": { who: "person", fields: { code: "123456" } },
  "(account)/account/sign-in/app-actions.ts#removeApp": { who: "person" },
  "(account)/account/sign-in/app-actions.ts#renewCodes": { who: "person" },
  "(account)/account/sign-in/identity-actions.ts#disconnect": {
    who: "person",
    ids: { identityId: "identity" },
  },
  "(account)/account/sign-in/passkey-actions.ts#askForNewPasskey": { who: "person", isQuestion: true },
  "(account)/account/sign-in/passkey-actions.ts#callPasskey": {
    who: "person",
    ids: { passkeyId: "passkey" },
    fields: { name: "Taken over" },
  },
  "(account)/account/sign-in/passkey-actions.ts#dropPasskey": {
    who: "person",
    ids: { passkeyId: "passkey" },
  },
  "(account)/account/sign-in/passkey-actions.ts#keepPasskey": {
    who: "person",
    fields: { answer: "{}", name: "x" },
  },
  "(account)/account/sign-in/password-actions.ts#dropPassword": { who: "person" },
  "(account)/account/sign-in/password-actions.ts#savePassword": {
    who: "person",
    fields: { password: "short" },
  },
  "(account)/invitation/[token]/actions.ts#accept": { who: "person", ids: { token: "invitationToken" } },
  "(account)/invitation/[token]/actions.ts#join": {
    who: "anyone",
    ids: { token: "invitationToken" },
    fields: { name: "Nobody" },
  },
  "(account)/invitation/[token]/actions.ts#signOutFirst": {
    who: "anyone",
    ids: { token: "invitationToken" },
  },
  "(account)/organizations/actions.ts#leave": { who: "READER", fields: { name: "x" } },
  "(account)/sign-in/[token]/actions.ts#signIn": { who: "anyone", fields: { token: "A".repeat(43) } },
  "(account)/sign-in/mail-actions.ts#askAgain": { who: "anyone" },
  "(account)/sign-in/mail-actions.ts#askForMail": { who: "anyone", fields: { email: "x@example.test" } },
  "(account)/sign-in/mail-actions.ts#enterCode": { who: "anyone", fields: { code: "AAAA-AAAA" } },
  "(account)/sign-in/passkey-actions.ts#askForPasskey": { who: "anyone", isQuestion: true },
  "(account)/sign-in/passkey-actions.ts#enterByPasskey": { who: "anyone", fields: { answer: "{}" } },
  "(account)/sign-in/password-actions.ts#enterByPassword": {
    who: "anyone",
    fields: { address: "x@example.test", password: "not the password" },
  },
  "(account)/sign-in/second-factor/actions.ts#askForMyPasskey": { who: "person", isQuestion: true },
  "(account)/sign-in/second-factor/actions.ts#showCode": { who: "person", fields: { code: "123456" } },
  "(account)/sign-in/second-factor/actions.ts#showPasskey": { who: "person", fields: { answer: "{}" } },
  "(account)/welcome/actions.ts#finishWelcome": {
    who: "OWNER",
    fields: { personName: "Taken over", organizationName: "Taken over", reportingZone: "UTC" },
  },
  "(admin)/audit/actions.ts#verifyChain": { who: "ADMIN" },
  "(admin)/members/[userId]/member-actions.ts#handOver": { who: "OWNER", ids: { userId: "member" } },
  "(admin)/members/[userId]/member-actions.ts#remove": { who: "ADMIN", ids: { userId: "member" } },
  "(admin)/members/[userId]/member-actions.ts#saveAccess": {
    who: "ADMIN",
    ids: { userId: "member" },
    fields: { access: "ALL", projectAccess: "ALL" },
  },
  "(admin)/members/[userId]/member-actions.ts#saveRole": {
    who: "ADMIN",
    ids: { userId: "member" },
    fields: { role: "ADMIN" },
  },
  "(admin)/members/[userId]/member-actions.ts#signOutMember": { who: "ADMIN", ids: { userId: "member" } },
  "(admin)/members/invitation-actions.ts#actOnInvitation": {
    who: "ADMIN",
    ids: { invitationId: "invitation" },
    fields: { act: "show-link" },
  },
  "(admin)/members/invitation-actions.ts#invite": {
    who: "ADMIN",
    fields: { email: "mallory@example.test", role: "OWNER", access: "ALL", projectAccess: "ALL" },
  },
  "(admin)/settings/actions.ts#saveOrganization": {
    who: "ADMIN",
    fields: { name: "Taken over", reportingZone: "UTC" },
  },
  "(admin)/usage/budgets/actions.ts#dropBudget": { who: "ADMIN", ids: { budgetId: "budget" } },
  "(admin)/usage/budgets/actions.ts#saveBudget": {
    who: "ADMIN",
    ids: { project: "project" },
    fields: { window: "MONTH", ceiling: "1.00", hold: "hard" },
  },
  "(admin)/settings/models/actions.ts#chooseModel": {
    who: "ADMIN",
    ids: PROJECT,
    fields: { purpose: "", provider: "openai", model: "taken-over" },
  },
  "(admin)/settings/models/actions.ts#takeBack": { who: "ADMIN", ids: { choiceId: "modelChoice" } },
  "(admin)/settings/models/actions.ts#tryIt": {
    who: "ADMIN",
    fields: { providerToTry: "openai", modelToTry: "taken-over", does: "write" },
  },
  "(admin)/usage/prices/actions.ts#enterPrice": {
    who: "ADMIN",
    fields: { provider: "openai", model: "taken-over", input: "1.00", output: "1.00", begins: "now" },
  },
  "(admin)/usage/prices/actions.ts#settleCalls": {
    who: "ADMIN",
    fields: { provider: "openai", model: "taken-over" },
  },
  "(studio)/_components/run-actions.ts#cancelOne": { who: "EDITOR", ids: { queueId: "run" } },
  "(studio)/_components/run-actions.ts#rerunOne": {
    who: "EDITOR",
    ids: { queueId: "run" },
    fields: { phase: "WRITE" },
  },
  "(studio)/_components/run-actions.ts#retryOne": { who: "EDITOR", ids: { queueId: "run" } },
  "(studio)/_components/run-actions.ts#writeNow": { who: "EDITOR", ids: PROJECT },
  "(studio)/projects/[projectId]/(parts)/cadence/actions.ts#changeCadence": {
    who: "EDITOR",
    ids: PROJECT,
    fields: CADENCE,
  },
  "(studio)/projects/[projectId]/(parts)/notes/actions.ts#actOnNotes": {
    who: "EDITOR",
    ids: { notes: "note" },
    fields: { act: "decline", reason: "Taken over." },
  },
  "(studio)/projects/[projectId]/(parts)/notes/conflict-actions.ts#decideOne": {
    who: "EDITOR",
    ids: { conflictId: "conflict", chosenNoteId: "note" },
  },
  "(studio)/projects/[projectId]/(parts)/settings/actions.ts#removeForGood": {
    who: "ADMIN",
    ids: PROJECT,
    fields: { title: "x" },
  },
  "(studio)/projects/[projectId]/(parts)/settings/actions.ts#saveSettings": {
    who: "EDITOR",
    ids: PROJECT,
    fields: SETTINGS,
  },
  "(studio)/projects/[projectId]/(parts)/settings/actions.ts#saveWriter": {
    who: "EDITOR",
    ids: PROJECT,
    fields: { version: "1", writer: "built-in" },
  },
  "(studio)/notes/notification-actions.ts#readAll": { who: "READER" },
  "(studio)/projects/[projectId]/memory/actions.ts#actOnMemories": {
    who: "EDITOR",
    ids: { memories: "memory" },
    fields: { act: "forget" },
  },
  "(studio)/projects/[projectId]/memory/forget-actions.ts#forgetAllFrom": {
    who: "EDITOR",
    ids: { ...PROJECT, fromId: "note" },
    fields: { from: "NOTE", expected: "0" },
  },
  "(studio)/projects/[projectId]/memory/forget-actions.ts#forgetOne": {
    who: "EDITOR",
    ids: { ...PROJECT, memoryId: "memory" },
    fields: { revision: "1" },
  },
  "(studio)/projects/[projectId]/memory/forget-actions.ts#takeBack": {
    who: "EDITOR",
    ids: { ...PROJECT, undone: "memory" },
  },
  "(studio)/projects/[projectId]/memory/memory-actions.ts#addOne": {
    who: "EDITOR",
    ids: PROJECT,
    fields: MEMORY,
  },
  "(studio)/projects/[projectId]/memory/memory-actions.ts#changeOne": {
    who: "EDITOR",
    ids: { memoryId: "memory" },
    fields: { ...MEMORY, revision: "1" },
  },
  "(studio)/projects/[projectId]/memory/memory-actions.ts#mergeSome": {
    who: "EDITOR",
    ids: { ...PROJECT, memories: "memory" },
    fields: MEMORY,
  },
  "(studio)/projects/[projectId]/memory/memory-actions.ts#trustOrigins": {
    who: "EDITOR",
    ids: PROJECT,
    fields: { origins: "NOTE" },
  },
  "(studio)/projects/[projectId]/notes/note-actions.ts#editNote": {
    who: "READER",
    ids: NOTE,
    fields: { revision: "1", text: "Taken over.", scope: "NEXT_EPISODE" },
  },
  "(studio)/projects/[projectId]/notes/understanding-actions.ts#partOne": { who: "READER", ids: NOTE },
  "(studio)/projects/[projectId]/notes/understanding-actions.ts#putRight": {
    who: "READER",
    ids: NOTE,
    fields: { revision: "1", paraphrase: "More about what was taken over.", intent: "MORE_OF" },
  },
  "(studio)/projects/[projectId]/notes/note-actions.ts#stopOne": {
    who: "READER",
    ids: NOTE,
    fields: { revision: "1" },
  },
  "(studio)/projects/[projectId]/notes/note-actions.ts#withdrawOne": {
    who: "READER",
    ids: NOTE,
    fields: { revision: "1" },
  },
  "(studio)/projects/[projectId]/notes/new/new-note-actions.ts#writeNote": {
    who: "READER",
    ids: PROJECT,
    fields: { text: "Taken over.", about: "project", scope: "NEXT_EPISODE" },
  },
  "(studio)/projects/[projectId]/sources/actions.ts#pasteSource": {
    who: "EDITOR",
    ids: PROJECT,
    fields: { title: "x", text: "Some words that were pasted, enough of them to be a source. ".repeat(5) },
  },
  "(studio)/projects/[projectId]/sources/actions.ts#removeOne": {
    who: "EDITOR",
    ids: { ...PROJECT, sourceId: "source" },
  },
  "(studio)/projects/[projectId]/sources/actions.ts#restoreOne": {
    who: "EDITOR",
    ids: { ...PROJECT, sourceId: "source" },
  },
  "(studio)/projects/new/actions.ts#addNewProject": {
    who: "EDITOR",
    fields: { ...SETTINGS, ...CADENCE },
  },
  "organization-actions.ts#enterOrganization": { who: "person", ids: { organizationId: "organization" } },
};
