import type { ResidentId } from '@ehch/clinical';

/**
 * Under which name the messages about people who are not on any list are kept. It is like a record of its own: sealed, and
 * erased with the rest. No FHIR id may hold an underscore, so it is nobody's.
 */
export const UNLISTED: ResidentId = 'not_on_the_list';
