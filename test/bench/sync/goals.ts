import { median } from '../statistics.ts';
import type { ContestantId } from './contestants.ts';
import type { SyncSample } from './sample.ts';

export type Metric = keyof SyncSample;
/** What each contestant needed in one round, or why it was not timed. */
export type Round = Partial<Readonly<Record<ContestantId, SyncSample | string>>>;

export interface Judgement {
  readonly goal: string;
  /** NaN: the driver could not measure it, which counts as a miss. */
  readonly reached: number;
  readonly atMost: number;
  readonly unit: '×' | 'ms';
  readonly met: boolean;
}

const RATIOS: readonly (readonly [goal: string, metric: Metric, to: ContestantId, atMost: number])[] = [
  ['first load ÷ floor', 'load', 'floor', 0.6],
  ['first load ÷ Dexie', 'load', 'dexie', 0.5],
  ['first load ÷ RxDB', 'load', 'rxdb', 0.25],
  ['first load ÷ PouchDB', 'load', 'pouchdb', 0.15],
  ['300 changes ÷ floor', 'apply', 'floor', 1.2],
  ['one resident ÷ floor', 'read', 'floor', 1],
];
/** Milliseconds for an edit, durable and sealed, that 95 of 100 do not exceed. */
const EDIT_P95_MS = 15;

export function judge(rounds: readonly Round[]): readonly Judgement[] {
  const edit = median(rounds.flatMap((round) => timed(round, 'ours')?.editP95 ?? []));
  return [
    ...RATIOS.map(([goal, metric, to, atMost]): Judgement => {
      const reached = ratioOf(rounds, metric, 'ours', to);
      // A comparison with NaN is false, so a goal without a measurement is missed.
      return { goal, reached, atMost, unit: '×', met: reached <= atMost };
    }),
    { goal: 'an edit, p95', reached: edit, atMost: EDIT_P95_MS, unit: 'ms', met: edit <= EDIT_P95_MS },
  ];
}

/** The median over the rounds of one contestant's figure divided by another's in the same round. NaN: none has both. */
export function ratioOf(
  rounds: readonly Round[],
  metric: Metric,
  one: ContestantId,
  other: ContestantId,
): number {
  return median(
    rounds.flatMap((round) => {
      const [ours, theirs] = [timed(round, one), timed(round, other)];
      return ours && theirs ? [ours[metric] / theirs[metric]] : [];
    }),
  );
}

export function timed(round: Round, id: ContestantId): SyncSample | null {
  const sample = round[id];
  return typeof sample === 'object' ? sample : null;
}
