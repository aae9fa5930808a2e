import { AS_DESIGNED, BEHAVIOURS, type Behaviour, type Rules } from './rules.ts';

export interface RemovedRule {
  readonly name: string;
  readonly on: Behaviour;
  readonly rules: Partial<Rules>;
  /** What goes wrong without it: the first word of a fault, or `transient` for doubles that are taken back later. */
  readonly harm: 'lost' | 'doubled' | 'overwritten' | 'stale' | 'missing' | 'taken for deleted' | 'transient';
  /** A run that goes wrong without the rule, and well with it. */
  readonly witness: number;
}

const { markers, history, ifNoneMatchIgnored, serverIds, indexLag } = BEHAVIOURS;

/** Every rule of the client, taken away on a server that shows what it is good for. */
export const REMOVED_RULES: readonly RemovedRule[] = [
  { name: 'unique intent', on: history, rules: { uniqueIntent: false }, harm: 'doubled', witness: 1 },
  {
    name: 'read-back after an unknown update',
    on: history,
    rules: { readsBackUpdates: false },
    harm: 'doubled',
    witness: 1,
  },
  {
    name: 'read-back of creates, where If-None-Match is ignored',
    on: ifNoneMatchIgnored,
    rules: { readsBackCreates: false },
    harm: 'overwritten',
    witness: 4,
  },
  { name: 'the marker (ABA)', on: markers, rules: { looksForMark: false }, harm: 'doubled', witness: 1 },
  {
    name: 'the mark in the history (ABA)',
    on: history,
    rules: { looksForMark: false },
    harm: 'doubled',
    witness: 1,
  },
  {
    name: 'sending on the version that was read back',
    on: history,
    rules: { sendsOnVerified: false },
    harm: 'doubled',
    witness: 106,
  },
  { name: 'If-Match', on: history, rules: { sendsIfMatch: false }, harm: 'overwritten', witness: 2 },
  {
    name: 'taking 5xx as unknown',
    on: serverIds,
    rules: { takes5xxAsUnknown: false, waitsBeforeRepost: 0 },
    harm: 'transient',
    witness: 2,
  },
  {
    name: 'the wait before a conditional create again',
    on: serverIds,
    rules: { waitsBeforeRepost: 0 },
    harm: 'transient',
    witness: 3,
  },
  {
    name: 'taking back doubles',
    on: serverIds,
    rules: { retiresDoubles: false },
    harm: 'doubled',
    witness: 1,
  },
  {
    name: 'overlap, and ge',
    on: history,
    rules: { asksInclusively: false, overlapMs: 0 },
    harm: 'stale',
    witness: 1,
  },
  { name: 'overlap', on: history, rules: { overlapMs: 0 }, harm: 'stale', witness: 7 },
  {
    name: 'overlap longer than the index lag',
    on: indexLag,
    rules: { overlapMs: 30_000 },
    harm: 'stale',
    witness: 7,
  },
  {
    name: 'overlap longer than the slowest transaction',
    on: history,
    rules: { overlapMs: 30_000 },
    harm: 'stale',
    witness: 40,
  },
  {
    name: 'the cursor in the transaction of its page',
    on: { ...history, crashes: 0.03 },
    rules: { cursorWithPage: false },
    harm: 'stale',
    witness: 27,
  },
  {
    name: 'reading an instant of several pages again',
    on: history,
    rules: { repeatsInstants: false },
    harm: 'stale',
    witness: 54,
  },
  {
    name: 'beginning again after an interruption',
    on: { ...history, sleeps: 0.3 },
    rules: { beginsAgain: false },
    harm: 'stale',
    witness: 11,
  },
  {
    name: 'confirming an absence',
    on: indexLag,
    rules: { confirmsAbsence: false },
    harm: 'taken for deleted',
    witness: 1,
  },
  {
    name: 'reconciling in both directions',
    on: { ...history, grantsLate: true },
    rules: { reconcilesBothWays: false },
    harm: 'missing',
    witness: 1,
  },
];

export const without = (removed: RemovedRule): Rules => ({ ...AS_DESIGNED, ...removed.rules });
