/** A sentence from the record as a part of our own sentence, without its full stop. */
export function asPart(text: string): string {
  return text.replace(/\.\s*$/, '');
}

/** "Personalised care and support plan" within a sentence; "ReSPECT" and "CGA" keep their capitals. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}+(\s|$)/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** "Hospital stay: chest infection" without "Hospital stay", which the line already says. */
export function withoutKind(text: string, kind: string): string {
  const [first = '', ...rest] = text.split(': ');
  return rest.length > 0 && first.toLowerCase().startsWith(kind) ? rest.join(': ') : text;
}
