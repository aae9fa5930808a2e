/** A sentence of the record as a part of ours: what follows comes after a comma. */
export function asPart(text: string): string {
  return text.replace(/\.\s*$/, '');
}

/** "Personalised care and support plan" within a sentence; "ReSPECT" and "CGA" keep their capitals. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}+(\s|$)/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** "Hospital stay: chest infection" without the words that the line has said already. */
export function withoutKind(text: string, kind: string): string {
  const [first = '', ...rest] = text.split(': ');
  return rest.length > 0 && first.toLowerCase().startsWith(kind) ? rest.join(': ') : text;
}
