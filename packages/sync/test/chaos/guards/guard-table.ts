import type { StoreGuards } from '@ehch/store';
import type { PullGuards } from '../../../src/pull/guards.ts';
import type { PushGuards } from '../../../src/push/guards.ts';

export interface Guard {
  readonly name: string;
  readonly of: 'push' | 'pull' | 'store';
  /** The server on which its lack shows. */
  readonly personality: string;
  readonly afterProbe?: string;
  /** What else is off, in both runs of the comparison, because it would make good the harm later. */
  readonly besides?: Partial<PushGuards>;
  /** The calls of a scripted day at which a window is killed, where that shows it and no storm does. */
  readonly byKilling?: RegExp;
  /** The test that switches it off, where the chaos runs cannot show it. */
  readonly provedBy?: string;
}

type Shown = Omit<Guard, 'name' | 'of'>;

/** It gives the ids itself, and does not always see what it has just created. The probe cannot notice that. */
const RACY = {
  personality: 'server-ids-only,no-transactions',
  afterProbe: 'server-ids-only,no-transactions,doubles-under-parallel-if-none-exist:100',
};
const NOT_TAKEN_BACK = { retireDuplicates: false };

const PUSH: Readonly<Record<keyof PushGuards, Shown>> = {
  readBack: { personality: 'no-transactions' },
  ifMatch: { personality: '' },
  compareFrom: { personality: '' },
  waitBeforeRepost: { ...RACY, besides: NOT_TAKEN_BACK },
  serverErrorIsUnknown: { ...RACY, besides: NOT_TAKEN_BACK },
  author: { personality: '', provedBy: 'packages/sync/src/push/order-and-people.test.ts' },
  squashNeverSent: { personality: '', provedBy: 'packages/sync/src/push/squash.test.ts' },
  onlyIfNew: { personality: 'no-transactions', provedBy: 'packages/sync/src/push/late-copies.test.ts' },
  retireDuplicates: RACY,
  seesDeletions: {
    personality: 'server-ids-only,no-transactions',
    provedBy: 'packages/sync/src/push/deleted-meanwhile.test.ts',
  },
  decidesInTime: { personality: '', provedBy: 'packages/sync/src/push/in-time.test.ts' },
};

const PULL: Readonly<Record<keyof PullGuards, Shown>> = {
  inclusive: { personality: 'late-commit:60', provedBy: 'packages/sync/src/pull/pull.test.ts' },
  overlap: { personality: 'late-commit:60', provedBy: 'packages/sync/src/pull/pull.test.ts' },
  ceiling: { personality: 'late-commit:60', provedBy: 'packages/sync/src/pull/pull.test.ts' },
  cursorWithPage: { personality: '', byKilling: /\.apply$/ },
  keyset: {
    personality: 'offset-paging,late-commit:60',
    provedBy: 'packages/sync/src/pull/one-instant.test.ts',
  },
  repeatsInstants: { personality: 'offset-paging', provedBy: 'packages/sync/src/pull/one-instant.test.ts' },
  confirmAbsence: { personality: 'index-lag:60', provedBy: 'packages/sync/src/pull/pull.test.ts' },
  twoWays: { personality: 'late-commit:60', provedBy: 'packages/sync/src/pull/pull.test.ts' },
  noticeRestore: { personality: '', provedBy: 'packages/sync/src/pull/pull.test.ts' },
  fence: { personality: '' },
};

/** What lies below them. The marks on the server make good what two entries of one press would do, so no storm shows it. */
const STORE: Readonly<Record<keyof StoreGuards, Shown>> = {
  generation: { personality: '', provedBy: 'packages/store/src/sealed/two-windows.test.ts' },
  uniqueIntent: { personality: '', provedBy: 'packages/sync/src/push/double-press.test.ts' },
};

/** Every guard of pushing, pulling and the store. A new guard does not compile without its line here. */
export const GUARDS: readonly Guard[] = [
  ...Object.entries(PUSH).map(([name, shown]) => ({ name, of: 'push' as const, ...shown })),
  ...Object.entries(STORE).map(([name, shown]) => ({ name, of: 'store' as const, ...shown })),
  ...Object.entries(PULL).map(([name, shown]) => ({ name, of: 'pull' as const, ...shown })),
];
