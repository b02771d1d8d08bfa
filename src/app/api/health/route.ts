/** Live: the process answers. It asks nothing of the database, so that a database restart does not restart the web. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}
