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

/**
 * What limits a fact, in short: its doubts, and what qualifies it. "As stated, not measured" must stay with a weight
 * where another is compared with it. `null` if nothing does.
 */
function limitingWords(fact: Pick<Recorded, 'cautions' | 'details'>): string | null {
  const doubt = doubtWords(fact);
  const all = [...(doubt === null ? [] : [doubt]), ...(fact.details ?? [])];
  return all.length === 0 ? null : all.join(', ');
}

/** The text with all that limits its fact: "60 kg (as stated, not measured)". */
export function withLimits(text: string, fact: Pick<Recorded, 'cautions' | 'details'>): string {
  const limits = limitingWords(fact);
  return limits === null ? text : `${text} (${limits})`;
}
