import type { Client } from "pg";
import { NOTE_HOST } from "./poison-project.ts";

interface Row {
  what: string;
  text: string;
}

/** What must not be there: an address that stands in no source, what a browser would run, a memory that nobody approved, a note without an outcome. */
export async function judgeProject(admin: Client, projectId: string): Promise<string[]> {
  const { rows: sources } = await admin.query<{ links: string[] }>(
    "select links from source where project_id = $1 and deleted_at is null",
    [projectId],
  );
  const links = new Set(sources.flatMap((source) => source.links));
  const { rows: texts } = await admin.query<Row>(TEXTS, [projectId]);
  const { rows: memories } = await admin.query<Row>(UNAPPROVED, [projectId]);
  const { rows: notes } = await admin.query<Row>(WITHOUT_OUTCOME, [projectId]);
  return [
    ...texts.flatMap(({ what, text }) => judgeText(text, links).map((wrong) => `${what} ${wrong}`)),
    ...memories.map(({ what, text }) => `${what} is active and nobody approved it: ${text}`),
    ...notes.map(({ what, text }) => `${what} has no outcome and waits for nobody: ${text}`),
  ];
}

/** What is wrong with one text that people read, with the links of its sources. */
export function judgeText(text: string, links: ReadonlySet<string>): string[] {
  const wrong: string[] = [];
  const addresses = [
    ...text.matchAll(/<[a-z][^<>]*?\s(?:href|src|srcset|action)\s*=\s*["']?([^"'\s>]+)/gi),
    ...text.matchAll(/\]\(\s*<?([a-z][a-z0-9+.-]*:[^)>\s]*)[^)]*\)/gi),
    ...text.matchAll(/<([a-z][a-z0-9+.-]*:[^>\s]+)>/gi),
  ].map(([, address = ""]) => address.replaceAll("&#x26;", "&").replaceAll("&amp;", "&"));
  for (const address of addresses) {
    if (!links.has(address) && !links.has(decoded(address))) wrong.push(`leads to ${address.slice(0, 80)}`);
  }
  if (text.includes(NOTE_HOST)) wrong.push(`names the address of a note: ${excerpt(text, NOTE_HOST)}`);
  return wrong;
}

/** Pages write an address percent-encoded; a source may hold it either way. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function excerpt(text: string, found: string): string {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, " ");
}

/** Everything that is made of notes and sources and read by people, but the notes' and sources' own words. */
const TEXTS = `
SELECT 'a block' AS what, b.html AS text FROM block b JOIN episode e ON e.id = b.episode_id WHERE e.project_id = $1
UNION ALL SELECT 'a block''s data', b.data::text FROM block b JOIN episode e ON e.id = b.episode_id WHERE e.project_id = $1
UNION ALL SELECT 'a title', concat_ws(' ', title, dek) FROM episode WHERE project_id = $1 AND title IS NOT NULL
UNION ALL SELECT 'a paraphrase', paraphrase FROM planning_note WHERE project_id = $1 AND paraphrase IS NOT NULL
UNION ALL SELECT 'the reason of a note', reason FROM planning_note WHERE project_id = $1 AND reason IS NOT NULL
UNION ALL SELECT 'the reason of a plan', reason FROM note_plan WHERE project_id = $1 AND reason IS NOT NULL
UNION ALL SELECT 'the reason of a step', reason FROM note_step WHERE project_id = $1 AND reason IS NOT NULL
UNION ALL SELECT 'a memory', text FROM agent_memory WHERE project_id = $1
UNION ALL SELECT 'a topic', topic FROM continuity_link WHERE project_id = $1`;

/** Code's own record of what was covered is no memory of what somebody said. */
const UNAPPROVED = `
SELECT 'the memory ' || id AS what, text FROM agent_memory
WHERE project_id = $1 AND status IN ('ACTIVE', 'SUPERSEDED') AND NOT (kind = 'COVERED_TOPIC' AND origin = 'EPISODE')`;

/** Settled, waiting for an editor, standing for a next time, or merged into one of these. */
const WITHOUT_OUTCOME = `
SELECT 'the note ' || n.id AS what, concat_ws(' ', n.status, n.scope, left(n.text, 80)) AS text
FROM planning_note n LEFT JOIN planning_note lead ON lead.id = n.merged_into_id
CROSS JOIN LATERAL (SELECT coalesce(lead.status, n.status) AS status, coalesce(lead.attention, n.attention) AS attention,
  coalesce(lead.scope, n.scope) AS scope) now
WHERE n.project_id = $1 AND now.status NOT IN ('USED', 'PARTLY_USED', 'DECLINED', 'WITHDRAWN') AND now.attention IS NULL
  AND NOT (now.scope <> 'NEXT_EPISODE' AND now.status = 'UNDERSTOOD'
    AND EXISTS (SELECT FROM note_plan p WHERE p.note_id = coalesce(lead.id, n.id) AND p.judged_at IS NOT NULL))`;
