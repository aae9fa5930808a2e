import type { CareActions, CareIntent, LocalHome, LocalResident, Receipt } from '@ehch/clinical';
import type { EntryField } from './local-home-session.ts';
import type { LocalHomePress } from './local-home-press.ts';

/** A named state of the component, as data: for tests, docs and screenshots. */
export interface LocalHomeState {
  /** `null`: not known, as while locked. Absent: nothing was heard so far. */
  readonly residents?: readonly LocalResident[] | null;
  /** How the port answers what is kept. `read-only`: the page has no port for it. */
  readonly manner?: 'taken' | 'memory' | 'refusing' | 'failing' | 'read-only';
  /** Whether the page gives no list at all. */
  readonly isWithout?: boolean;
  readonly press?: readonly ({ readonly kind: LocalHomePress['kind'] } & Readonly<Record<string, unknown>>)[];
  /** What a person types after that, and what they press then. */
  readonly types?: Readonly<Partial<Record<EntryField, string>>>;
  readonly then?: LocalHomeState['press'];
}

/** The home of the fixtures' place file. */
const HOME = 'rowan-court';

export const MABEL: LocalResident = {
  resident: 'mabel',
  name: { family: 'Jessop', given: ['Mabel'], title: null, text: null },
  born: '1935-02-11',
  nhsNumber: { state: 'unverified', value: '9990000018', why: 'Number present but not traced' },
  room: '4',
  home: HOME,
  left: null,
};

const WALTER: LocalResident = {
  resident: 'walter',
  name: { family: 'Featherstonehaugh-Dunne', given: ['Walter', 'Anthony'], title: null, text: null },
  born: '1941',
  nhsNumber: { state: 'none', why: null },
  room: null,
  home: HOME,
  left: null,
};

const GONE: LocalResident = {
  ...MABEL,
  resident: 'sheila',
  name: { family: 'Crowther', given: ['Sheila'], title: null, text: null },
  nhsNumber: { state: 'none', why: null },
  left: { why: 'died', on: '2026-10' },
};

const RESIDENTS = [GONE, WALTER, MABEL];
const NEW = { family: 'Kovacs', given: 'Istvan', year: '1938', month: '4', day: '9', room: '7' };

export const states: Record<string, LocalHomeState> = {
  empty: { residents: [] },
  list: { residents: RESIDENTS },
  'left-shown': { residents: RESIDENTS, press: [{ kind: 'show-left' }] },
  'not-known': { residents: null },
  asking: {},
  without: { isWithout: true },
  'read-only': { residents: RESIDENTS, manner: 'read-only' },
  adding: { residents: RESIDENTS, press: [{ kind: 'add' }] },
  faults: {
    residents: RESIDENTS,
    press: [{ kind: 'add' }],
    types: { nhs: '999 000 0019', year: '2031', month: '13' },
    then: [{ kind: 'keep' }],
  },
  'same-name': {
    residents: RESIDENTS,
    press: [{ kind: 'add' }],
    types: { ...NEW, family: 'Jesop', given: 'Mabel' },
    then: [{ kind: 'keep' }],
  },
  'same-number-of-one-who-left': {
    residents: [{ ...GONE, nhsNumber: MABEL.nhsNumber }],
    press: [{ kind: 'add' }],
    types: { ...NEW, nhs: '9990000018' },
    then: [{ kind: 'keep' }],
  },
  kept: { residents: RESIDENTS, press: [{ kind: 'add' }], types: NEW, then: [{ kind: 'keep' }] },
  'kept-in-memory': {
    residents: RESIDENTS,
    manner: 'memory',
    press: [{ kind: 'add' }],
    types: NEW,
    then: [{ kind: 'keep' }],
  },
  refused: {
    residents: RESIDENTS,
    manner: 'refusing',
    press: [{ kind: 'add' }],
    types: NEW,
    then: [{ kind: 'keep' }],
  },
  'not-kept': {
    residents: RESIDENTS,
    manner: 'failing',
    press: [{ kind: 'add' }],
    types: NEW,
    then: [{ kind: 'keep' }],
  },
  correcting: { residents: RESIDENTS, press: [{ kind: 'correct', resident: 'mabel' }] },
  leaving: { residents: RESIDENTS, press: [{ kind: 'take-off', resident: 'mabel' }] },
  'leaving-faults': {
    residents: RESIDENTS,
    press: [{ kind: 'take-off', resident: 'mabel' }],
    types: { day: '31', month: '2', year: '2026' },
    then: [{ kind: 'keep' }],
  },
};

/** A list that behaves as an engine's would, without one. */
export function homeOf({
  residents,
}: LocalHomeState): LocalHome & { say(now: LocalHomeState['residents']): void } {
  let tell: Parameters<LocalHome['watchResidents']>[0] | null = null;
  return {
    say: (now) => now !== undefined && tell?.(now),
    watchResidents(onResidents, signal) {
      tell = onResidents;
      signal.addEventListener('abort', () => (tell = null));
      if (residents !== undefined) onResidents(residents);
    },
  };
}

const RECEIPTS: Partial<Record<NonNullable<LocalHomeState['manner']>, Receipt>> = {
  memory: { state: 'held-in-memory', server: 'none' },
  refusing: { state: 'refused', at: '2026-11-21T14:20:00Z', why: 'This resident is on the list already.' },
};

/** A port that takes what is kept, as `manner` says. `kept`: in order. */
export function actionsOf({
  manner = 'taken',
}: LocalHomeState): CareActions & { readonly kept: CareIntent[] } {
  const kept: CareIntent[] = [];
  const failing = () =>
    Promise.reject(Object.assign(new Error('No room.'), { name: 'EhchError', code: 'not-kept' }));
  return {
    kept,
    async enqueue(intent) {
      if (manner === 'failing') return failing();
      kept.push(intent);
      return RECEIPTS[manner] ?? { state: 'saved-on-device', at: '2026-11-21T14:20:00Z', server: 'none' };
    },
    watchReceipt: () => undefined,
    saveDraft: failing,
    loadDraft: async () => null,
  };
}
