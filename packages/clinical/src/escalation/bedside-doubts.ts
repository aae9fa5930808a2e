import type { Caution, Recorded } from '../recorded.ts';

/** What only this device knows, or may be alone in knowing. */
export const UNSENT: readonly Caution[] = ['not-sent', 'arrival-not-known'];

/** [P] Doubts that leave what is recorded undecided at the bedside. */
const DOUBTS: readonly Caution[] = [
  'unconfirmed',
  'past-its-date',
  'future-dated',
  'before-birth',
  'after-death',
  'two-versions',
  'contradicts-itself',
  'contradicted',
  'mistaken-in-words',
  'unknown-modifier',
  'partly-unreadable',
  'test-data',
  // What the server does not have is in force nowhere yet: it may be refused, or come too late (sync P21).
  ...UNSENT,
];

/** Whether nothing puts a recorded decision in doubt. */
export function isFirm({ cautions }: Pick<Recorded, 'cautions'>): boolean {
  return !cautions.some((caution) => DOUBTS.includes(caution));
}
