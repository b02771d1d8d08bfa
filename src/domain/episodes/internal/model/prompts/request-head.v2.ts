import type { Brief } from "../../../brief.ts";

/** The lines that every request begins with: for whom the episode is, and in which language. */
export function requestHead(brief: Brief, task: string, boundary: string): string[] {
  const { title, goal, audience, language } = brief.project;
  return [
    `Task: ${task}`,
    `Series: ${oneLine(title)}`,
    ...(goal === "" ? [] : [`Goal of the series: ${oneLine(goal)}`]),
    `Readers: ${audience === "" ? "anyone who wants to reach that goal" : oneLine(audience)}`,
    `Language: ${nameOf(language)} (${language})`,
    `Boundary: ${boundary}`,
  ];
}

/** What stands in the head and is nobody's material: the boundary must not stand in it either. */
export function headTexts({ project }: Brief): string[] {
  return [project.title, project.goal, project.audience];
}

/** What editors typed can't begin a line of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}
