import { EhchError, type ResidentId } from '@ehch/clinical';

/** What no id has: a reference, an address, or a search. */
const NO_ID = /[/?#|\s]|^$/;

/**
 * Guard: a reference in the place of an id would be written as `Patient/Patient/one`, about nobody, and count as sent.
 *
 * @throws {EhchError} `bad-argument`
 */
export function checkResidentId(resident: ResidentId | null): void {
  if (resident !== null && NO_ID.test(resident))
    throw new EhchError('bad-argument', 'Give the id of the resident alone, without "Patient/" before it.');
}
