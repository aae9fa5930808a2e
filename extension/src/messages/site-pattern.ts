/**
 * The match pattern of an origin, as the browser asks a person about it. Patterns have no port, so a permission covers
 * each port of a host. The vault compares the whole origin.
 */
export function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
