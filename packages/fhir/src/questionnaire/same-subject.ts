import { textAt, type JsonObject } from '../entry.ts';
import { readTarget } from '../reference.ts';

/**
 * Whether a response is about this person. A relative reference belongs to the server of the response, which
 * the caller must know. An address on another server is somebody else, whatever the id. A response without a
 * subject is nobody's.
 */
export function isAbout(response: JsonObject, subject: string): boolean {
  const [asked, found] = [readTarget(subject), readTarget(textAt(response['subject'], 'reference'))];
  if (asked === null || found === null || asked.kind !== found.kind) return false;
  if (asked.kind === 'urn' && found.kind === 'urn') return asked.url === found.url;
  if (asked.kind !== 'literal' || found.kind !== 'literal') return false;
  const samePlace = found.base === null || found.base === asked.base;
  return samePlace && found.type === asked.type && found.id === asked.id;
}
