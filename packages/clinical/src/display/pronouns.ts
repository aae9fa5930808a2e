import type { Identity } from '../resident/identity.ts';

/** The pronouns for a resident in a sentence. */
export interface Pronouns {
  /** "her" in "ask her". */
  readonly object: 'her' | 'him' | 'them';
  /** "her" in "her life". */
  readonly possessive: 'her' | 'his' | 'their';
}

const SHE: Pronouns = { object: 'her', possessive: 'her' };
const HE: Pronouns = { object: 'him', possessive: 'his' };
const THEY: Pronouns = { object: 'them', possessive: 'their' };

/**
 * Her, him or them, by the gender in the record. A gender that is other, unknown, not recorded or disputed gives "them",
 * because we never guess.
 */
export function pronounsFor(gender: Identity['gender']): Pronouns {
  if (gender === 'female') return SHE;
  return gender === 'male' ? HE : THEY;
}
