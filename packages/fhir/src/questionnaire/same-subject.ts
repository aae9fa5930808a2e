import { textAt, type JsonObject } from '../entry.ts';
import { readTarget } from '../reference.ts';

/**
 * Whether a response is about this person. A relative reference is one of the server that the response came from, which is
 * for the caller to know; an address on another server is somebody else, whatever its id. One that names nobody is not hers.
 */
export function isAbout(response: JsonObject, subject: string): boolean {
  const [asked, found] = [readTarget(subject), readTarget(textAt(response['subject'], 'reference'))];
  if (asked === null || found === null || asked.kind !== found.kind) return false;
  if (asked.kind === 'urn' && found.kind === 'urn') return asked.url === found.url;
  if (asked.kind !== 'literal' || found.kind !== 'literal') return false;
  const samePlace = found.base === null || found.base === asked.base;
  return samePlace && found.type === asked.type && found.id === asked.id;
}
