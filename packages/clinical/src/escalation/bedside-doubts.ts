import type { Caution, Recorded } from '../recorded.ts';

/** [P] Doubts that leave what is recorded undecided at the bedside. */
const DOUBTS: readonly Caution[] = [
  'unconfirmed',
  'past-its-date',
  'future-dated',
  'two-versions',
  'contradicts-itself',
  'contradicted',
  'mistaken-in-words',
  'unknown-modifier',
  'partly-unreadable',
  'test-data',
];

/** Whether nothing puts a recorded decision in doubt. */
export function isFirm({ cautions }: Pick<Recorded, 'cautions'>): boolean {
  return !cautions.some((caution) => DOUBTS.includes(caution));
}
