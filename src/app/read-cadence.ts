type Form = Pick<FormData, "get" | "getAll">;

/** The cadence as its form holds it, for `Cadence` to check; an empty control is left out. Reads a submission and a preview alike. */
export function readCadence(form: Form) {
  const ends = text(form, "ends");
  const until = form.getAll("pauseUntil");
  const pauses = form.getAll("pauseFrom").flatMap((from, index) => {
    const end = until[index];
    return from || end ? [{ from: String(from), until: end ? String(end) : undefined }] : [];
  });
  return {
    days: form.getAll("days").map(Number),
    time: text(form, "time") ?? "",
    timeZone: text(form, "timeZone") ?? "",
    startDate: text(form, "startDate"),
    endDate: ends === "date" ? (text(form, "endDate") ?? "") : undefined,
    count: ends === "count" ? Number(text(form, "count") ?? Number.NaN) : undefined,
    pauses: pauses.length > 0 ? pauses : undefined,
    skipDates: form.getAll("skipDates").map(String),
  };
}

function text(form: Form, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? value : undefined;
}
