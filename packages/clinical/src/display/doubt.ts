import type { Caution, Recorded } from '../recorded.ts';

/** The cautions that put a statement itself in doubt, in few words, for a line without room for a sentence. */
const DOUBTS: readonly (readonly [Caution, string])[] = [
  ['unconfirmed', 'unconfirmed'],
  ['implausible', 'implausible'],
  ['unit-conflict', 'unit in doubt'],
  ['before-birth', 'dated before the birth'],
  ['after-death', 'dated after the death'],
  ['contradicts-itself', 'contradicts itself'],
  ['contradicted', 'another record says otherwise'],
  ['two-versions', 'one of two versions'],
  ['unknown-modifier', 'with a condition not understood'],
  ['mistaken-in-words', 'called a mistake'],
  ['test-data', 'test data'],
  ['not-sent', 'signed here, NOT SENT'],
  ['arrival-not-known', 'signed here, not known whether it arrived'],
];

/** What puts a fact in doubt, in short: "unconfirmed, implausible". `null` if nothing does. */
export function doubtWords({ cautions }: Pick<Recorded, 'cautions'>): string | null {
  const found = DOUBTS.flatMap(([caution, word]) => (cautions.includes(caution) ? [word] : []));
  return found.length === 0 ? null : found.join(', ');
}

/** The text with its fact's doubts: "Weight 520 kg (implausible)". A line must never sound surer than the record. */
export function withDoubt(text: string, fact: Pick<Recorded, 'cautions'>): string {
  const doubt = doubtWords(fact);
  return doubt === null ? text : `${text} (${doubt})`;
}
