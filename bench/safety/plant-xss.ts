import { addDays } from "date-fns";
import type { Client } from "pg";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { renderMarkdown } from "#domain/episodes/render-markdown.ts";
import { systemClock } from "#platform/clock.ts";
import { type Database, inOrganization } from "#platform/database.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import { signIn } from "./two-organizations.ts";
import { ELSEWHERE } from "./xss-payloads.ts";

const CADENCE = { days: [1, 2, 3, 4, 5], time: "07:30", timeZone: "Europe/Berlin" };

/** As if every URL stood in a source: then the sanitiser alone is in the way. An image from elsewhere would be fetched, and rightly. */
class EveryLink extends Set<string> {
  override has(url: string): boolean {
    return !url.startsWith(ELSEWHERE);
  }
}

export interface Planted {
  cookie: string;
  /** The pages that show what was planted. */
  pages: string[];
  fields: string[];
}

/** Puts every payload into every field that some page shows: by the verbs where they take it, straight into the row where they would refuse it. */
export async function plantXss(db: Database, admin: Client, payloads: readonly string[]): Promise<Planted> {
  const clock = systemClock;
  const { ctx, organizationId, userId } = await makeOrganization(db, { clock });
  const project = await makeProject(ctx, { title: "Home" });
  const first = payloads[0] ?? "";
  const insert = (sql: string, ...more: unknown[]) => admin.query(sql, [organizationId, payloads, ...more]);
  await admin.query("update organization set set_up_at = now(), name = $2 where id = $1", [
    organizationId,
    first,
  ]);
  await admin.query(`update "user" set name = $2 where id = $1`, [userId, first]);
  await insert(
    `with p as (insert into project (organization_id, title, goal, audience, cadence_config)
       select $1, left(t, 200), t, left(t, 300), $3::jsonb from unnest($2::text[]) t returning id)
     insert into project_schedule (project_id, organization_id) select id, $1 from p`,
    JSON.stringify(CADENCE),
  );
  await insert(
    `with u as (insert into "user" (email, name) select 'x' || n || '"><img src=x onerror=pwned(' || n || ')>@example.test', t
       from unnest($2::text[]) with ordinality as given (t, n) returning id)
     insert into membership (organization_id, user_id, role) select $1, id, 'READER' from u`,
  );
  await insert(
    `insert into invitation (organization_id, email, role, expires_at)
     select $1, t, 'READER', now() + interval '1 day' from unnest($2::text[]) t`,
  );
  await insert(
    `insert into source (organization_id, project_id, title, file_name, size_bytes, content_hash)
     select $1, $3, t, t, 1, sha256(convert_to(t, 'UTF8')) from unnest($2::text[]) t`,
    project.id,
  );
  await insert(
    `with o as (insert into organization (name, slug, set_up_at) select t, 'o-' || gen_random_uuid(), now() from unnest($2::text[]) t returning id)
     insert into membership (organization_id, user_id, role) select id, $3, 'READER' from o where $1::uuid is not null`,
    userId,
  );
  await insert(
    `insert into session (user_id, token_hash, user_agent, address, expires_at)
     select $3, sha256(convert_to(t, 'UTF8')), t, left(t, 60), now() + interval '1 day' from unnest($2::text[]) t where $1::uuid is not null`,
    userId,
  );
  const called = await insert(
    `insert into token_usage (organization_id, call_key, project_id, purpose, provider, model, prompt_version, uncached_input_tokens, output_tokens, occurred_at)
     select $1, t, $3, t, t, t, t, 1, 1, now() from unnest($2::text[]) t returning id`,
    project.id,
  );
  await insert(
    `insert into usage_day (organization_id, day, changed_at)
     select $1, occurred_at::date, now() from token_usage where organization_id = $1 and $2::text[] is not null group by 2`,
  );
  await plantAudit({ ...ctx, from: { address: "203.0.113.7", userAgent: first } }, payloads);
  const links = new EveryLink();
  const blocks = payloads.map((markdown) => ({
    type: "MARKDOWN" as const,
    markdown,
    html: renderMarkdown(markdown, links),
  }));
  const episodes: string[] = [];
  // Each is published a day after the one before it, and the last of them by now.
  const before = { ...clock, now: () => addDays(clock.now(), -payloads.length - 1) };
  for (const [index, title] of payloads.entries()) {
    const wanted = { number: index + 1, title, blocks: index === 0 ? blocks : [] };
    episodes.push((await makeEpisode({ ...ctx, clock: before }, project.id, wanted)).id);
  }
  const text = `# ${first}\n\n${payloads.join("\n\n")}`;
  const marked = await makeReadySource(ctx, project.id, textFile(`${first}.md`, text));
  const spoken = await makeReadySource(ctx, project.id, textFile(`${first}.vtt`, recording(payloads)));
  const own = await admin.query<{ id: string }>(
    "select id from project where organization_id = $1 and title <> 'Home' limit 5",
    [organizationId],
  );
  return {
    cookie: await signIn({ ...ctx, clock }),
    pages: [
      "/",
      "/projects",
      "/queue",
      "/queue?view=past",
      "/usage",
      "/usage/calls",
      ...called.rows.slice(0, 3).map(({ id }) => `/usage/calls/${id}`),
      "/audit",
      "/members",
      "/settings",
      "/organizations",
      "/account",
      "/account/sessions",
      "/account/sign-in",
      "/account/data",
      ...["", "/episodes", "/sources", "/cadence", "/settings"].map(
        (part) => `/projects/${project.id}${part}`,
      ),
      ...own.rows.map(({ id }) => `/projects/${id}`),
      `/projects/${project.id}/sources/${marked}`,
      `/projects/${project.id}/sources/${spoken}`,
      ...episodes.slice(0, 3).map((id) => `/read/${id}`),
    ],
    fields: [
      "project titles",
      "goals",
      "audiences",
      "names of persons",
      "addresses",
      "names of organisations",
      "invited addresses",
      "titles of sources",
      "models, prompts and purposes of calls",
      "file names",
      "Markdown of a source",
      "voices of a recording",
      "Markdown of blocks",
      "titles of episodes",
      "audit values",
      "browsers of sessions",
      "addresses of sessions",
    ],
  };
}

/** A cue a second, in which each payload is the voice and the words. */
function recording(payloads: readonly string[]): string {
  const cues = payloads.map((payload, n) => {
    const at = `00:${pad(n / 60)}:${pad(n % 60)}`;
    // An arrow in its words would make a cue's line one of times.
    const words = payload.replace(/\s+/g, " ").replaceAll("-->", "--&gt;");
    return `${at}.000 --> ${at}.900\n<v ${words}>${words}`;
  });
  return `WEBVTT\n\n${cues.join("\n\n")}\n`;
}

const pad = (value: number): string => String(Math.floor(value)).padStart(2, "0");

async function plantAudit(
  ctx: Parameters<typeof inOrganization>[0],
  payloads: readonly string[],
): Promise<void> {
  await inOrganization(ctx, async (inside) => {
    for (const title of payloads) {
      await recordAudit(inside, {
        action: "project.change",
        targetType: "project",
        targetId: title,
        before: { title: `${title} ` },
        after: { title },
      });
    }
  });
}
