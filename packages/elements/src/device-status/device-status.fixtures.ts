import type { DeviceRecords, DeviceStatus, WaitingForPerson } from '@ehch/clinical';
import type { DevicePress } from './device-press.ts';
import {
  BY_FIELD,
  CONFLICT,
  GONE,
  HELD,
  OF_NOBODY,
  REJECTED,
  TOO_LATE,
  UNREADABLE,
  WHOLE,
} from './waiting.fixtures.ts';

/** How a device of the fixtures answers what a person presses. */
export type Manner = 'taken' | 'refusing' | 'silent' | 'list-lost';

/** A named state of the component, as data: for tests, docs and screenshots. */
export interface DeviceState {
  /** `null`: the engine was lost. Absent: nothing was heard so far. */
  readonly status?: DeviceStatus | null;
  /** What was known before, where the engine was lost. */
  readonly before?: DeviceStatus;
  readonly waiting?: readonly WaitingForPerson[];
  readonly manner?: Manner;
  /** Whether the page gives the bare status, without a device behind it. */
  readonly bare?: boolean;
  /** What a person presses once it is drawn, in order. */
  readonly press?: readonly ({ readonly kind: DevicePress['kind'] } & Readonly<Record<string, unknown>>)[];
}

/** All is sent, and the server answered. */
export const WELL: DeviceStatus = {
  runsIn: 'worker',
  lasts: 'device',
  lock: 'unlocked',
  server: 'answers',
  sends: 'yes',
  unsent: { total: 0, escalations: 0 },
  waitingForPerson: 0,
  loading: null,
  lost: 0,
};

const OFFLINE: DeviceStatus = {
  ...WELL,
  server: 'unreachable',
  hasList: true,
  unsent: { total: 2, escalations: 0 },
};

const ALL = [CONFLICT, REJECTED, HELD, UNREADABLE];
const open = ({ intent }: WaitingForPerson) => ({ kind: 'open', intent }) as const;

function waitingOf(waiting: readonly WaitingForPerson[]): DeviceState {
  const { length: n } = waiting;
  return { status: { ...WELL, unsent: { total: n, escalations: 0 }, waitingForPerson: n }, waiting };
}

function ofNobody(lock: 'locked' | 'unlocked'): Pick<DeviceStatus, 'ofNobody'> {
  return { ofNobody: { total: 1, lock } };
}

function loading(part: Partial<NonNullable<DeviceStatus['loading']>>): DeviceState {
  return { status: { ...WELL, loading: { done: 12, of: 30, state: 'running', secondsLeft: 95, ...part } } };
}

export const states: Record<string, DeviceState> = {
  'all-sent': { status: WELL },
  'audits-refused': { status: { ...WELL, refusedAudits: 3 } },
  'put-together': { status: { ...WELL, merged: 1, duplicates: 1 } },
  'about-server': { status: { ...WELL, serverWords: ['Level B. The server gives every id.'] } },
  asking: {},
  'unsent-memory': { status: { ...OFFLINE, lasts: 'memory' } },
  'unsent-device': { status: OFFLINE },
  'browser-may-erase': { status: { ...OFFLINE, isPersisted: false } },
  'device-full': { status: { ...OFFLINE, isFull: true } },
  'offline-nothing-unsent': { status: { ...OFFLINE, unsent: { total: 0, escalations: 0 } } },
  'asked-to-wait': { status: { ...OFFLINE, server: 'busy', askedToWaitUntil: '2026-11-21T14:05:00Z' } },
  'may-have-arrived': {
    status: { ...WELL, server: 'busy', unsent: { total: 3, escalations: 0, unknown: 1, ofOthers: 1 } },
  },
  'nobody-signed-in': {
    status: { ...WELL, sends: 'nobody-signed-in', unsent: { total: 1, escalations: 0 } },
  },
  'from-before-sign-in': {
    status: { ...WELL, unsent: { total: 1, escalations: 0 }, waitingForPerson: 1, ...ofNobody('unlocked') },
    waiting: [OF_NOBODY],
    press: [open(OF_NOBODY)],
  },
  'from-before-sign-in-locked': {
    status: { ...WELL, unsent: { total: 1, escalations: 0 }, ...ofNobody('locked') },
  },
  'earlier-keys': { status: { ...OFFLINE, lock: 'locked', hasEarlierKeys: true } },
  'server-refuses-updates': {
    status: { ...WELL, sends: 'server-refuses-updates', unsent: { total: 4, escalations: 0 } },
  },
  'not-asked-yet': { status: { ...WELL, server: 'not-asked', sends: 'not-known-yet' } },
  'takes-not-known': {
    status: { ...WELL, sends: 'not-known-yet', unsent: { total: 1, escalations: 0 } },
  },
  'no-server': {
    status: { ...WELL, server: 'none', sends: 'no-server', unsent: { total: 5, escalations: 0 } },
  },
  'no-server-memory': {
    status: {
      ...WELL,
      lasts: 'memory',
      server: 'none',
      sends: 'no-server',
      unsent: { total: 5, escalations: 0 },
    },
  },
  locked: { status: { ...OFFLINE, lock: 'locked', waitingForPerson: 1 } },
  'worry-not-sent': { status: { ...OFFLINE, unsent: { total: 1, escalations: 1 } } },
  'worry-locked': {
    status: { ...OFFLINE, lock: 'locked', sends: 'nobody-signed-in', unsent: { total: 3, escalations: 2 } },
  },
  lost: { status: { ...WELL, lasts: 'memory', lost: 2 } },
  'newer-release': {
    status: {
      ...WELL,
      lock: 'locked',
      server: 'not-asked',
      sends: 'not-known-yet',
      unsent: { total: 2, escalations: 1 },
      newerRelease: 'counted',
    },
  },
  'closed-under': { status: { ...OFFLINE, lasts: 'memory', isClosed: true } },
  'closed-under-device': { status: { ...WELL, isClosed: true, unsent: { total: 2, escalations: 1 } } },
  erased: { status: { ...WELL, lost: 2, wasErased: true } },
  'erased-nothing-unsent': { status: { ...WELL, wasErased: true } },
  'engine-lost': { status: null, before: { ...OFFLINE, unsent: { total: 2, escalations: 1 } } },
  'runs-in-page': { status: { ...WELL, runsIn: 'page' } },
  loading: loading({}),
  'loading-stopped': loading({ state: 'stopped', secondsLeft: null }),
  'loading-lacks-room': loading({ lacksRoom: true }),
  'loading-waits': loading({ state: 'waiting', secondsLeft: null }),
  waiting: waitingOf(ALL),
  conflict: { ...waitingOf(ALL), press: [open(CONFLICT)] },
  'conflict-by-field': { ...waitingOf([BY_FIELD]), press: [open(BY_FIELD)] },
  'conflict-half-chosen': {
    ...waitingOf([BY_FIELD]),
    press: [
      open(BY_FIELD),
      { kind: 'take', choice: 'telecom[phone|mobile|]', side: 'mine' },
      { kind: 'decide-each' },
    ],
  },
  'conflict-whole': { ...waitingOf([WHOLE]), press: [open(WHOLE)] },
  'conflict-deleted': { ...waitingOf([GONE]), press: [open(GONE)] },
  'conflict-not-shown': {
    ...waitingOf([{ ...CONFLICT, fields: [] }]),
    press: [open(CONFLICT)],
  },
  rejected: { ...waitingOf([REJECTED]), press: [open(REJECTED)] },
  held: { ...waitingOf([HELD]), press: [open(HELD)] },
  'too-late': { ...waitingOf([TOO_LATE]), press: [open(TOO_LATE)] },
  'giving-up': {
    ...waitingOf([HELD]),
    press: [open(HELD), { kind: 'give-up' }, { kind: 'discard' }],
  },
  unreadable: { ...waitingOf([UNREADABLE]), press: [open(UNREADABLE)] },
  'decision-refused': {
    ...waitingOf([REJECTED]),
    manner: 'refusing',
    press: [open(REJECTED), { kind: 'decide', as: 'try-again' }],
  },
  'list-lost': { ...waitingOf(ALL), manner: 'list-lost' },
  'bare-status': { ...waitingOf(ALL), bare: true },
  'all-at-once': {
    status: {
      ...OFFLINE,
      lasts: 'memory',
      runsIn: 'page',
      lost: 1,
      unsent: { total: 6, escalations: 1, unknown: 1 },
      waitingForPerson: 4,
      loading: { done: 3, of: 30, state: 'waiting', secondsLeft: null },
    },
    waiting: ALL,
    press: [open(CONFLICT)],
  },
};

/** A device that behaves as an engine would, without one. `say` changes how things stand. */
export interface FixtureDevice extends DeviceRecords {
  say(status: DeviceStatus | null): void;
  /** What it was asked to do, in order. */
  readonly asked: string[];
}

export function deviceOf({ status, before, waiting = [], manner = 'taken' }: DeviceState): FixtureDevice {
  const asked: string[] = [];
  let tell: ((status: DeviceStatus | null) => void) | null = null;
  const answer = (call: string): Promise<void> => {
    asked.push(call);
    if (manner === 'silent') return new Promise(() => {});
    return manner === 'refusing' ? Promise.reject(namedError('unreachable')) : Promise.resolve();
  };
  return {
    asked,
    say: (next) => tell?.(next),
    watchStatus(onStatus, signal) {
      tell = onStatus;
      signal.addEventListener('abort', () => (tell = null));
      if (before !== undefined) onStatus(before);
      if (status !== undefined) queueMicrotask(() => tell?.(status));
    },
    waiting: () =>
      manner === 'list-lost' ? Promise.reject(namedError('unreachable')) : Promise.resolve(waiting),
    decide: (intent, decision) => answer(`decide ${intent.slice(-2)} ${JSON.stringify(decision)}`),
    load: (go) => answer(`load ${go}`),
    noteLost: (shown) => answer(`note lost ${shown}`),
    tryNow: () => answer('try now'),
    noteCopy: (intent) => answer(`copy ${intent.slice(-2)}`),
  };
}

function namedError(code: string): Error {
  return Object.assign(new Error('Not reached.'), { name: 'EhchError', code });
}
