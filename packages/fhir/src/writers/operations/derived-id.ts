import { EhchError } from '@ehch/clinical';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-7][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
/** Twelve bits hold the place. */
const MOST = 0xfff;

/**
 * The id of one resource that an intent writes: the intent's own UUID with version 8 and the place in the middle. The same
 * intent always gives the same ids, so that a retry can never write a second copy. Version 8 is for such ids
 * (RFC 9562, 5.8), and no intent has it, so that no resource takes the id of a marker.
 * @param place from 1 up to 4095
 * @throws {EhchError} `bad-argument` if the intent's id is no UUID, or the place is out of range
 */
export function derivedId(intent: string, place: number): string {
  if (!UUID.test(intent))
    throw new EhchError(
      'bad-argument',
      'The id of an intent must be a UUID in small letters. Use crypto.randomUUID.',
    );
  if (!Number.isInteger(place) || place < 1 || place > MOST)
    throw new EhchError('bad-argument', `An intent can write from 1 to ${MOST} resources.`);
  return `${intent.slice(0, 14)}8${place.toString(16).padStart(3, '0')}${intent.slice(18)}`;
}
