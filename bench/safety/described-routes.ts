import type { Role } from "#platform/context.ts";
import type { Kind } from "./two-organizations.ts";

export interface DescribedRoute {
  /** The lowest role that may see it inside an organization; or anybody who is signed in; or anybody. */
  who: Role | "person" | "anyone";
  /** What the dynamic segments and query fields name, by their name. A segment that names nothing of ours has a fixed text. */
  ids?: Record<string, Kind>;
  texts?: Record<string, string>;
  /** It goes on answering: only how it begins is compared. */
  isStream?: true;
}

const PROJECT = { projectId: "project" } as const;

/** Every route of the build. One that is not here makes the proof fail. */
export const DESCRIBED_ROUTES: Record<string, DescribedRoute> = {
  "/": { who: "READER" },
  "/_global-error": { who: "anyone" },
  "/_not-found": { who: "anyone" },
  "/account": { who: "person" },
  "/account/authenticator-app": { who: "person" },
  "/account/data": { who: "person" },
  "/account/data/download": { who: "person" },
  "/account/second-factor": { who: "person" },
  "/account/sessions": { who: "person" },
  "/account/sign-in": { who: "person" },
  "/api/auth/callback/[provider]": { who: "anyone", texts: { provider: "github" } },
  "/api/auth/signin/[provider]": { who: "anyone", texts: { provider: "github" } },
  "/api/health": { who: "anyone" },
  "/api/ready": { who: "anyone" },
  "/audit": { who: "ADMIN" },
  "/audit/export": { who: "ADMIN" },
  "/cadence-preview": { who: "READER" },
  "/commands": { who: "READER" },
  "/icon.svg": { who: "anyone" },
  "/invitation/[token]": { who: "anyone", ids: { token: "invitationToken" } },
  "/members": { who: "ADMIN" },
  "/members/[userId]": { who: "ADMIN", ids: { userId: "member" } },
  "/organizations": { who: "person" },
  "/notes": { who: "READER", ids: { project: "project" } },
  "/projects": { who: "READER" },
  "/projects/[projectId]": { who: "READER", ids: PROJECT },
  "/projects/[projectId]/cadence": { who: "READER", ids: PROJECT },
  "/projects/[projectId]/episodes": { who: "READER", ids: PROJECT },
  "/projects/[projectId]/memory": { who: "EDITOR", ids: { ...PROJECT, forgotten: "memory" } },
  "/projects/[projectId]/memory/[memoryId]": { who: "EDITOR", ids: { ...PROJECT, memoryId: "memory" } },
  "/projects/[projectId]/memory/forget": { who: "EDITOR", ids: { ...PROJECT, note: "note" } },
  "/projects/[projectId]/memory/merge": { who: "EDITOR", ids: { ...PROJECT, of: "memory" } },
  "/projects/[projectId]/notes": { who: "READER", ids: PROJECT },
  "/projects/[projectId]/notes/conflicts": { who: "READER", ids: PROJECT },
  "/projects/[projectId]/notes/[noteId]": { who: "READER", ids: { ...PROJECT, noteId: "note" } },
  "/projects/[projectId]/notes/[noteId]/preview": { who: "READER", ids: { ...PROJECT, noteId: "note" } },
  "/projects/[projectId]/notes/new": { who: "READER", ids: { ...PROJECT, episode: "episode" } },
  "/projects/[projectId]/notes/send": { who: "READER", ids: PROJECT },
  "/projects/[projectId]/runs/[queueId]": { who: "EDITOR", ids: { ...PROJECT, queueId: "run" } },
  "/projects/[projectId]/runs/[queueId]/events": {
    who: "EDITOR",
    ids: { ...PROJECT, queueId: "run" },
    isStream: true,
  },
  "/projects/[projectId]/settings": { who: "EDITOR", ids: PROJECT },
  "/projects/[projectId]/sources": { who: "EDITOR", ids: { ...PROJECT, removed: "source" } },
  "/projects/[projectId]/sources/[sourceId]": { who: "EDITOR", ids: { ...PROJECT, sourceId: "source" } },
  "/projects/[projectId]/sources/upload": { who: "EDITOR", ids: PROJECT },
  "/projects/new": { who: "EDITOR" },
  "/queue": { who: "EDITOR" },
  "/read/[episodeId]": { who: "READER", ids: { episodeId: "episode" } },
  "/session-events": { who: "person", isStream: true },
  "/settings": { who: "ADMIN" },
  "/settings/models": { who: "ADMIN", ids: { choice: "modelChoice" } },
  "/sign-in": { who: "anyone" },
  "/sign-in/[token]": { who: "anyone", texts: { token: "A".repeat(43) } },
  "/sign-in/again": { who: "anyone" },
  "/sign-in/code": { who: "anyone" },
  "/sign-in/provider": { who: "anyone" },
  "/sign-in/second-factor": { who: "anyone" },
  "/usage": { who: "ADMIN", ids: { project: "project" } },
  "/usage/budgets": { who: "ADMIN", ids: { project: "project" }, texts: { ceiling: "1.00" } },
  "/usage/calls": {
    who: "ADMIN",
    ids: { project: "project", episode: "episode", run: "run", person: "member" },
  },
  "/usage/calls/[callId]": { who: "ADMIN", ids: { callId: "call" } },
  "/usage/export": { who: "ADMIN", ids: { project: "project", run: "run" } },
  "/usage/prices": { who: "ADMIN" },
  "/welcome": { who: "OWNER" },
};
