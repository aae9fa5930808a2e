/**
 * Whether the name of a field is written with an escape, such as `"\u0069d"`. No name of FHIR ever needs one. V8 (Node 24,
 * Chromium) may read an escaped name as another one that it has met before: https://github.com/nodejs/node/issues/63785.
 * So nobody can tell what such a text says, and it counts as unreadable.
 *
 * @param text JSON that was parsed without an error
 */
export function hasEscapedName(text: string): boolean {
  let slash = text.indexOf('\\');
  for (let at = text.indexOf('"'); at !== -1 && slash !== -1;) {
    const end = endOfString(text, at);
    // A string without a backslash, or with one that is only a value's, is passed over.
    if (slash < end && isName(text, end)) return true;
    if (slash < end) slash = text.indexOf('\\', end);
    at = text.indexOf('"', end + 1);
  }
  return false;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

/** A quotation mark after an odd number of backslashes belongs to the string. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

function isName(text: string, end: number): boolean {
  let next = end + 1;
  while (/\s/.test(text[next] ?? '')) next += 1;
  return text[next] === ':';
}
