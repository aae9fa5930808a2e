/** Whether one of the granted match patterns, such as `https://*.example.nhs.uk/*`, covers an origin. */
export function isGranted(patterns: readonly string[], origin: string): boolean {
  return patterns.some((pattern) => covers(pattern, origin));
}

function covers(pattern: string, origin: string): boolean {
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  const { protocol, hostname } = new URL(origin);
  if (!scheme || !host || (scheme !== '*' && `${scheme}:` !== protocol)) return false;
  return host === '*' || host === hostname || (host.startsWith('*.') && hostname.endsWith(host.slice(1)));
}
