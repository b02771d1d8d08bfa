import { findCtx } from "#app/session.ts";
import { listEpisodes } from "#domain/episodes/list-episodes.ts";
import { may } from "#domain/people/permissions.ts";
import { listProjects } from "#domain/projects/list-projects.ts";
import { inOrganization } from "#platform/database.ts";
import type { CommandGroup } from "#ui/command-menu.tsx";

const EPISODES_OFFERED = 20;

/** What the command menu can open, asked for when it is opened. */
export async function GET(): Promise<Response> {
  const ctx = await findCtx();
  if (!ctx) return new Response(null, { status: 401 });
  const { projects, episodes } = await inOrganization(ctx, async (inside) => ({
    projects: await listProjects(inside, {}),
    episodes: (await listEpisodes(inside, { limit: EPISODES_OFFERED })).episodes,
  }));
  const groups: CommandGroup[] = [
    {
      label: "Projects",
      commands: [
        ...projects.map(({ id, title }) => ({ label: title, href: `/projects/${id}` })),
        ...(may(ctx.actor, "project.create") ? [{ label: "Start a new series", href: "/projects/new" }] : []),
      ],
    },
    {
      label: "Episodes",
      commands: episodes.map(({ id, title, projectTitle }) => ({
        label: title ?? "",
        href: `/read/${id}`,
        hint: projectTitle,
      })),
    },
    {
      label: "Your account",
      commands: [
        { label: "Ways to sign in", href: "/account/sign-in" },
        { label: "Sessions", href: "/account/sessions" },
        { label: "My data", href: "/account/data" },
      ],
    },
  ];
  return Response.json(
    groups.filter(({ commands }) => commands.length > 0),
    { headers: { "cache-control": "no-store" } },
  );
}
