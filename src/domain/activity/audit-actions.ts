/**
 * Everything that the audit log tells of, and how it says so after the name of who did it. A new action is a line here, in the order
 * of the alphabet; `recordAudit` takes no other.
 */
export const AUDIT_ACTIONS = {
  "audit.export": "exported the audit log",
  "cadence.change": "changed the cadence of a project",
  "organization.found": "founded the organisation",
  "organization.set-up": "set the organisation up",
  "person.add-passkey": "added a passkey",
  "person.enter-by-operator-link": "came in by a link of the command line, without the second factor",
  "person.remove-authenticator-app": "removed the authenticator app",
  "person.remove-passkey": "removed a passkey",
  "person.rename-passkey": "renamed a passkey",
  "person.renew-recovery-codes": "had new recovery codes made",
  "person.set-up-authenticator-app": "set up an authenticator app",
  "person.use-recovery-code": "came in by a recovery code",
  "project.add": "started a project",
  "project.change": "changed a project",
  "project.remove": "removed a project",
  "run.cancel": "cancelled a run",
  "run.request": "asked for an episode now",
  "run.retry": "tried a run again",
  "source.add": "added a source",
  "source.remove": "removed a source",
  "source.restore": "restored a source",
} as const satisfies Record<string, string>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
