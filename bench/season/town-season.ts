import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Season } from "./scripted-note.ts";
import { TOWN_NOTES } from "./town-notes.ts";

const MINUTES = fileURLToPath(new URL("minutes", import.meta.url));

/** Six short episodes on the minutes of a town that is made up: own text, so that the season can be told wherever the repository is. */
export async function townSeason(): Promise<Season> {
  const files = (await readdir(MINUTES)).sort();
  return {
    name: "Harrowmere decides",
    goal: "Follow what the council of Harrowmere decides, what it costs and why.",
    minutes: 2,
    episodes: 6,
    sources: await Promise.all(
      files.map(async (file) => {
        const text = await readFile(path.join(MINUTES, file), "utf8");
        return { title: /^WEBVTT - (.*)$/m.exec(text)?.[1] ?? file, text };
      }),
    ),
    notes: TOWN_NOTES,
  };
}
