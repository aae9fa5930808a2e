import { textAt, type JsonObject } from '../entry.ts';

/**
 * Who said a line. Other systems name the resident by a link alone. Read as nobody, the link would be something
 * that nobody has seen, and every change of "said by" would be put aside for a decision between it and nothing.
 */
export function saidByIn(resource: JsonObject, said: unknown): string | null {
  const name = textAt(said, 'display');
  if (name !== null) return name;
  const link = textAt(said, 'reference');
  return link !== null && link === textAt(resource['subject'], 'reference') ? 'the resident' : null;
}
