import type { Identity } from '../resident/identity.ts';

/** The pronouns for a resident in a sentence. */
export interface Pronouns {
  /** "her" in "ask her". */
  readonly object: 'her' | 'him' | 'them';
  /** "her" in "her life". */
  readonly possessive: 'her' | 'his' | 'their';
  /** "herself" in "not herself". */
  readonly reflexive: 'herself' | 'himself' | 'themselves';
  /** "She is" in "She is worse". */
  readonly subjectIs: 'She is' | 'He is' | 'They are';
}

const SHE: Pronouns = {
  object: 'her',
  possessive: 'her',
  reflexive: 'herself',
  subjectIs: 'She is',
};
const HE: Pronouns = {
  object: 'him',
  possessive: 'his',
  reflexive: 'himself',
  subjectIs: 'He is',
};
const THEY: Pronouns = {
  object: 'them',
  possessive: 'their',
  reflexive: 'themselves',
  subjectIs: 'They are',
};

/**
 * Her, him or them, by the gender in the record. A gender that is other, unknown, not recorded or disputed gives "them",
 * because we never guess.
 */
export function pronounsFor(gender: Identity['gender']): Pronouns {
  if (gender === 'female') return SHE;
  return gender === 'male' ? HE : THEY;
}
