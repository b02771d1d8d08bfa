import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readQmsum } from "../qmsum.ts";
import { COMMITTEE_NOTES } from "./committee-notes.ts";
import type { Season } from "./scripted-note.ts";

/** The corpus lies beside the checkout, where it was put. */
const FOLDER = fileURLToPath(new URL("../../../shared/data/qmsum/val", import.meta.url));
const MEETINGS = [
  { file: "education_22.json", title: "Childcare offer, Cardiff" },
  { file: "education_10.json", title: "University finance, Cardiff" },
  { file: "education_0.json", title: "Children in the pandemic, Cardiff" },
  { file: "education_18.json", title: "Teachers, colleges and skills, Cardiff" },
  { file: "covid_2.json", title: "House of Commons, Ottawa" },
];

/** Thirty episodes on five real meetings of QMSum (Zhong et al. 2021); null where the corpus is not there. */
export async function committeeSeason(): Promise<Season | null> {
  if (!MEETINGS.every(({ file }) => existsSync(path.join(FOLDER, file)))) return null;
  return {
    name: "In committee",
    goal: "Follow what is decided about childcare, universities, schools and the pandemic, and why.",
    minutes: 3,
    episodes: 30,
    sources: await Promise.all(
      MEETINGS.map(async ({ file, title }) => ({
        title,
        text: readQmsum(await readFile(path.join(FOLDER, file), "utf8")),
      })),
    ),
    notes: COMMITTEE_NOTES,
  };
}
