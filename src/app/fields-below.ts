/** What was refused inside one object of the input, by the names of its own fields: `cadence.days` is `days` below `cadence`. */
export function fieldsBelow(
  fields: Readonly<Record<string, string>> | undefined,
  path: string,
): Record<string, string> {
  const below: Record<string, string> = {};
  for (const [name, message] of Object.entries(fields ?? {})) {
    const [frame, field] = name.split(".");
    if (frame === path && field !== undefined) below[field] ??= message;
  }
  return below;
}
