import type { Caution, Recorded } from '../recorded.ts';

/** The cautions that put a statement itself in doubt, each in a word for a line that has no room for its sentence. */
const DOUBTS: readonly (readonly [Caution, string])[] = [
  ['unconfirmed', 'unconfirmed'],
  ['implausible', 'implausible'],
  ['unit-conflict', 'unit in doubt'],
  ['contradicts-itself', 'contradicts itself'],
  ['contradicted', 'another record says otherwise'],
  ['two-versions', 'one of two versions'],
  ['unknown-modifier', 'with a condition not understood'],
  ['mistaken-in-words', 'called a mistake'],
  ['test-data', 'test data'],
];

/** What puts a fact in doubt, in short: "unconfirmed, implausible". `null`: nothing does. */
export function doubtWords({ cautions }: Pick<Recorded, 'cautions'>): string | null {
  const found = DOUBTS.flatMap(([caution, word]) => (cautions.includes(caution) ? [word] : []));
  return found.length === 0 ? null : found.join(', ');
}

/** The text with what puts its fact in doubt: "Weight 520 kg (implausible)". Nobody acts on a line that is surer than its record. */
export function withDoubt(text: string, fact: Pick<Recorded, 'cautions'>): string {
  const doubt = doubtWords(fact);
  return doubt === null ? text : `${text} (${doubt})`;
}
