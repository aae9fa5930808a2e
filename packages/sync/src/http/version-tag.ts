/** The value of `If-Match` for a version. Servers differ in what they accept; the weak form is the specification's. */
export function weakTag(version: string): string {
  return `W/"${version}"`;
}
