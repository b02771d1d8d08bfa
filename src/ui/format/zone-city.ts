/** The city that names a zone, as people say it: `America/Argentina/Buenos_Aires` is Buenos Aires. */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
