import type { Identity } from '../resident/identity.ts';

/** The pronouns for a resident in a sentence. */
export interface Pronouns {
  /** "she" in "what she wants". */
  readonly subject: 'she' | 'he' | 'they';
  /** "her" in "ask her". */
  readonly object: 'her' | 'him' | 'them';
  /** "her" in "her usual NEWS2". */
  readonly possessive: 'her' | 'his' | 'their';
  /** The ending of a verb after the subject: "she want" + "s", "they want". */
  readonly verbEnding: 's' | '';
}

const SHE: Pronouns = { subject: 'she', object: 'her', possessive: 'her', verbEnding: 's' };
const HE: Pronouns = { subject: 'he', object: 'him', possessive: 'his', verbEnding: 's' };
const THEY: Pronouns = { subject: 'they', object: 'them', possessive: 'their', verbEnding: '' };

/**
 * She, he or they, by the gender in the record. A gender that is other, unknown, not recorded or disputed gives "they",
 * because we never guess.
 */
export function pronounsFor(gender: Identity['gender']): Pronouns {
  if (gender === 'female') return SHE;
  return gender === 'male' ? HE : THEY;
}
