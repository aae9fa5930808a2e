/**
 * A name for a resource that cannot have its id to itself: the server gave none, or gave one to two resources. `#` is
 * in no FHIR id, so the name is nobody else's, and no request is made of it. The same text has the same name again.
 */
export function nameOfItsOwn(id: string, text: string): string {
  return `${id}#${hashOf(text)}`;
}

export function isNameOfItsOwn(id: string): boolean {
  return id.includes('#');
}

/** FNV-1a in two lanes. It tells texts of one answer apart, and guards nothing. */
function hashOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ one, 0x85ebca6b);
  }
  return [one, other].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
