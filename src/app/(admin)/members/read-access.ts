/** The projects that somebody is to see, as the form of them sends it. */
export function readAccess(form: FormData): { projectAccess: "ALL" | "CHOSEN"; projectIds: string[] } {
  if (form.get("projectAccess") !== "CHOSEN") return { projectAccess: "ALL", projectIds: [] };
  return { projectAccess: "CHOSEN", projectIds: form.getAll("projectIds").map(String) };
}
