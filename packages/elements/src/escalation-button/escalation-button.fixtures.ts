import type { PlaceConfiguration, Receipt, ResidentView } from '@ehch/clinical';
import type { Ladder } from '@ehch/clinical/escalation';
import {
  threadsOf,
  type Thread,
  type ThreadAct,
  type ThreadEntry,
  type Unlisted,
} from '@ehch/clinical/thread';
import {
  LATER_IN_DOUBT,
  NO_SECTIONS,
  PLACE,
  SECTIONS,
  TARGET_IN_DOUBT,
  rec,
  recorded,
  unsettledNews2,
  viewOf,
} from '../resident-summary/typical-resident.fixtures.ts';
import type { EscalationButtonPress } from './escalation-press.ts';

/** A ladder of three rungs. Nobody has signed it off. */
const LADDER: Ladder = {
  version: '1',
  owner: 'Hollin Vale Primary Care Network',
  dated: '2026-10-01',
  signedOff: null,
  firstActions: { choking: 'five back blows, then five thrusts below the ribs.' },
  rungs: [
    {
      id: 'watch',
      words: 'Tell the senior on duty and repeat the observations.',
      urgency: 'routine',
      when: [{ kind: 'sign' }],
      ring: [{ kind: 'in-house', who: 'The senior on duty' }],
      isReplacedByPlan: false,
      noAnswerMinutes: 10,
      repeatAfterMinutes: 240,
    },
    {
      id: 'same-day',
      words: 'Somebody has to look today.',
      urgency: 'same-day',
      when: [{ kind: 'worry' }, { kind: 'news2', from: 3 }],
      ring: [{ kind: 'contact', id: 'practice' }, { kind: 'contact', id: 'ucr' }, { kind: '111' }],
      isReplacedByPlan: true,
      noAnswerMinutes: 10,
      repeatAfterMinutes: 60,
    },
    {
      id: 'emergency',
      words: 'Ring 999, with the plan in your hand.',
      urgency: 'now',
      when: [{ kind: 'news2', from: 7 }, { kind: 'not-rousing' }],
      ring: [{ kind: '999' }],
      isReplacedByPlan: true,
      noAnswerMinutes: 0,
      repeatAfterMinutes: 15,
    },
  ],
};

export const ESCALATION_PLACE: PlaceConfiguration = {
  ...PLACE,
  ladder: LADDER,
  homes: PLACE.homes.map((home) => ({
    ...home,
    inbox: 'hollin',
    address: '1 Mill Lane, Hollin, XX1 1XX',
    access: 'key safe by the side door',
    phone: '01632 960111',
  })),
  inboxes: [
    {
      id: 'hollin',
      title: 'Hollin Surgery',
      monitored: [{ days: 'working-days', from: '08:00', to: '18:30' }],
    },
  ],
};

/** The same, with those who may take observations. */
export const OBSERVED_PLACE: PlaceConfiguration = {
  ...ESCALATION_PLACE,
  observers: [{ kind: 'role', who: 'Carer', until: '2026-12-31' }],
};

/** The same, where somebody rang every number on that day. */
function checkedOn(day: string): PlaceConfiguration {
  const contacts = ESCALATION_PLACE.contacts.map((one) => ({ ...one, checkedOn: day }));
  return { ...ESCALATION_PLACE, contacts, thresholds: { numberCheckedWithinDays: 180 } };
}

/** What the port says of a press. */
export type PortSays = Receipt | 'fails' | 'says-nothing' | null;

/** A named state of the component, as data. */
export interface EscalationState {
  /** `null`: nobody is asked for. */
  readonly view: ResidentView | null;
  readonly unlisted?: Unlisted;
  /** `null`: there is no port to send through. */
  readonly port?: PortSays;
  readonly place?: PlaceConfiguration | null;
  readonly press?: readonly EscalationButtonPress[];
  /** The thread as the record has it after the presses. */
  readonly thread?: Partial<Thread>;
  /** The page says who presses, unless it is `null`. */
  readonly author?: null;
  /** What is pressed after that, and what the port says of it. The record does not have it yet. */
  readonly later?: {
    readonly port: Exclude<PortSays, null>;
    readonly press: readonly EscalationButtonPress[];
  };
  /** Whose record the page shows in the end. */
  readonly next?: ResidentView;
}

/** The typical resident, without another of a similar name. */
const ALONE = {
  ...SECTIONS,
  identity: { ...SECTIONS.identity, sameName: [] },
  alerts: SECTIONS.alerts.filter(({ kind }) => kind !== 'same-name'),
};

/** Whom the tests are about. */
export const typical = viewOf(ALONE);
const OPEN: EscalationButtonPress = { kind: 'open', isWorried: true };
const SEND: EscalationButtonPress = { kind: 'send' };
const WORSE: EscalationButtonPress = { kind: 'act', act: { kind: 'worse', words: '' } };
const GONE = { kind: 'went-to-hospital', where: null, words: '' } as const;
const WENT = act(GONE);
const AT = '2026-11-21T14:20:00Z';
const SENT: Receipt = { state: 'sent', at: AT };
const GP = { name: 'Dr P. Adeyemi', role: 'GP', side: 'practice' } as const;
const SEEN = { entry: 'seen', by: GP, at: '2026-11-21T14:21:00Z' };

function danger(sign: 'not-responding' | 'chest-pain' | 'choking'): EscalationButtonPress {
  return { kind: 'tick-danger', sign, isTicked: true };
}

function act(one: Extract<EscalationButtonPress, { kind: 'act' }>['act']): EscalationButtonPress {
  return { kind: 'act', act: one };
}

const noCpr = viewOf({ ...ALONE, limits: { ...SECTIONS.limits, cpr: [] } });
const LAST_DAYS = { ...rec('2026-11-19', 'Rowan Court'), text: 'Keep her comfortable at Rowan Court.' };
const lastDays = viewOf({
  ...ALONE,
  limits: {
    ...SECTIONS.limits,
    lastDays: LAST_DAYS,
  },
});
/** The record contradicts itself: the last days, and a decision to attempt CPR. */
const lastDaysForCpr = viewOf({
  ...ALONE,
  limits: {
    ...SECTIONS.limits,
    cpr: SECTIONS.limits.cpr.map((one) => ({ ...one, decision: 'attempt' })),
    documents: [],
    lastDays: LAST_DAYS,
  },
});
const namesake = viewOf({
  ...SECTIONS,
  identity: {
    ...SECTIONS.identity,
    sameName: [
      {
        name: SECTIONS.identity.name ?? { family: null, given: [], title: null, text: null },
        born: '1939-02-11',
        room: '4',
      },
    ],
  },
});

const answered = {
  ...SEEN,
  entry: 'answer',
  at: '2026-11-21T14:10:00Z',
  outcome: 'visit',
  further: [],
  promisedBy: '2026-11-21T17:00:00Z',
  words: 'I will come at four.',
  happened: null,
  told: null,
};

/** A worry that somebody raised in another window. */
function already(change: Partial<ThreadEntry>, ...since: readonly ThreadAct[]): ResidentView {
  const raised: ThreadEntry = {
    id: 'worry-9',
    thread: 'worry-9',
    about: { kind: 'resident', resident: typical.resident },
    by: { name: 'Ana Lima', role: 'carer', side: 'home' },
    pressedAt: AT,
    clockOffsetMs: 0,
    receivedAt: AT,
    after: null,
    act: {
      kind: 'raise',
      matter: 'worry',
      urgency: 'same-day',
      words: 'Cold and silent.',
      signs: ['fall', 'worry'],
      since: 'supper',
      observations: null,
      askedBy: { kind: 'presser' },
    },
    ...change,
  };
  const later = since.map((act, at) => ({ ...raised, id: `worry-9-${at}`, after: raised.id, act }));
  const [thread] = threadsOf([raised, ...later]);
  const matter = {
    ...rec(AT, 'Rowan Court'),
    kind: 'worry',
    text: 'Cold and silent.',
    urgency: 'urgent',
    owner: null,
    due: null,
    progress: { state: 'sent' },
    ...(thread !== undefined && { thread }),
  } as const;
  return { ...typical, sections: { ...typical.sections, open: recorded([matter]) } };
}

export const states: Record<string, EscalationState> = {
  nobody: { view: null },
  closed: { view: typical, port: SENT },
  'cannot-send': { view: typical, port: null, press: [OPEN] },
  worried: { view: typical, port: SENT, press: [OPEN] },
  worse: { view: typical, port: SENT, press: [OPEN, SEND, WORSE] },
  'gone-to-hospital': {
    view: typical,
    port: SENT,
    press: [OPEN, danger('choking'), SEND, WENT],
  },
  'back-from-hospital': { view: typical, port: SENT, press: [OPEN, SEND, WENT, WORSE] },
  ticked: {
    view: typical,
    port: SENT,
    press: [
      OPEN,
      { kind: 'tick-sign', sign: 'fall', isTicked: true },
      { kind: 'say-usual', sign: 'fall', usual: 'no' },
      { kind: 'say-infection', isPossible: true },
    ],
  },
  'nothing-said': { view: typical, port: SENT, press: [{ kind: 'open', isWorried: false }] },
  'not-breathing-for-no-cpr': { view: typical, port: SENT, press: [OPEN, danger('not-responding')] },
  'not-breathing-nothing-recorded': { view: noCpr, port: SENT, press: [OPEN, danger('not-responding')] },
  'not-breathing-records-disagree': {
    view: viewOf(ALONE, {
      limits: {
        ...recorded(SECTIONS.limits),
        content: {
          kind: 'disagree',
          common: null,
          sides: [
            { ...rec('2026-06-02', 'GP record'), value: SECTIONS.limits },
            { ...rec('2026-09-14', 'Hospital letter'), value: { ...SECTIONS.limits, cpr: [] } },
          ],
        },
      },
    }),
    port: SENT,
    press: [OPEN, danger('not-responding')],
  },
  'not-breathing-record-lost': {
    view: viewOf(ALONE, { limits: { state: 'failed', error: { code: 'unreachable' }, at: AT } }),
    port: SENT,
    press: [OPEN, danger('not-responding')],
  },
  choking: { view: typical, port: SENT, press: [OPEN, danger('choking')] },
  'last-days': { view: lastDays, port: SENT, press: [OPEN, danger('not-responding')] },
  'last-days-for-cpr': { view: lastDaysForCpr, port: SENT, press: [OPEN, danger('not-responding')] },
  'same-name': { view: namesake, port: SENT, press: [OPEN] },
  'not-on-the-list': {
    view: null,
    unlisted: { name: 'Joan Bell', born: '3 May 1940', room: '7' },
    port: SENT,
    press: [OPEN],
  },
  'place-without-ladder': { view: typical, port: SENT, place: PLACE, press: [OPEN] },
  'number-checked': { view: typical, port: SENT, place: checkedOn('2026-06-01'), press: [OPEN] },
  'number-checked-long-ago': { view: typical, port: SENT, place: checkedOn('2026-05-01'), press: [OPEN] },
  'no-place': { view: typical, port: SENT, place: null, press: [OPEN] },
  'no-place-choking': { view: typical, port: SENT, place: null, press: [OPEN, danger('choking')] },
  'saved-not-sent': { view: typical, port: { state: 'saved-on-device', at: AT }, press: [OPEN, SEND] },
  'held-in-memory': { view: typical, port: { state: 'held-in-memory' }, press: [OPEN, SEND] },
  'may-have-arrived': { view: typical, port: { state: 'unknown', since: AT }, press: [OPEN, SEND] },
  refused: {
    view: typical,
    port: { state: 'refused', at: AT, why: 'You may not write here.' },
    press: [OPEN, SEND],
  },
  'given-up': {
    view: typical,
    port: { state: 'given-up', at: AT, by: 'Ana Lima', why: 'Raised twice.' },
    press: [OPEN, SEND],
  },
  'not-handed-over': { view: typical, port: 'fails', press: [OPEN, SEND] },
  'sent-nobody-looks': { view: typical, port: SENT, press: [OPEN, SEND] },
  seen: { view: typical, port: SENT, press: [OPEN, SEND], thread: { seen: SEEN } },
  taken: { view: typical, port: SENT, press: [OPEN, SEND], thread: { seen: SEEN, taken: SEEN } },
  asked: {
    view: typical,
    port: SENT,
    press: [OPEN, SEND],
    thread: { seen: SEEN, questions: [{ ...SEEN, entry: 'question', words: 'Is she drinking?' }] },
  },
  answered: { view: typical, port: SENT, press: [OPEN, SEND], thread: { seen: SEEN, answered } },
  'told-to-ring': {
    view: typical,
    port: SENT,
    press: [OPEN, SEND],
    thread: { seen: SEEN, answered: { ...answered, outcome: 'urgent-service', promisedBy: null } },
  },
  overdue: {
    view: typical,
    port: SENT,
    press: [OPEN, SEND],
    thread: { seen: SEEN, answered: { ...answered, promisedBy: '2026-11-21T14:00:00Z' } },
  },
  'worse-not-sent': {
    view: typical,
    port: SENT,
    press: [OPEN, SEND],
    thread: { seen: SEEN, answered },
    later: { port: { state: 'saved-on-device', at: AT }, press: [act({ kind: 'worse', words: '' })] },
  },
  'told-to-ring-worse-not-sent': {
    view: typical,
    port: SENT,
    press: [OPEN, SEND],
    thread: { seen: SEEN, answered: { ...answered, outcome: 'urgent-service', promisedBy: null } },
    later: { port: { state: 'saved-on-device', at: AT }, press: [act({ kind: 'worse', words: '' })] },
  },
  'addition-not-sent': {
    view: typical,
    port: SENT,
    press: [OPEN, SEND],
    thread: { seen: SEEN, answered },
    later: { port: 'fails', press: [act({ kind: 'add', words: '', observations: null })] },
  },
  'withdrawal-not-sent': {
    view: typical,
    port: SENT,
    press: [OPEN, SEND],
    later: { port: 'fails', press: [act({ kind: 'withdraw', why: 'wrong-resident', words: '' })] },
  },
  'no-presser': { view: typical, port: SENT, author: null, press: [OPEN] },
  'left-not-handed-over': {
    view: typical,
    port: 'fails',
    press: [OPEN, SEND],
    next: { ...typical, resident: 'resident-2' },
  },
  'left-refused': {
    view: typical,
    port: { state: 'refused', at: AT, why: 'You may not write here.' },
    press: [OPEN, SEND],
    next: { ...typical, resident: 'resident-2' },
  },
  'being-sent': {
    view: typical,
    port: { state: 'unknown', since: AT, isBeingSent: true },
    press: [OPEN, SEND],
  },
  'no-server': {
    view: typical,
    port: { state: 'saved-on-device', at: AT, server: 'none' },
    place: { ...ESCALATION_PLACE, server: 'none' },
    press: [OPEN, SEND],
  },
  'may-observe': { view: typical, port: SENT, place: OBSERVED_PLACE, press: [OPEN] },
  observing: {
    view: typical,
    port: SENT,
    place: OBSERVED_PLACE,
    press: [OPEN, { kind: 'observe', isOpen: true }],
  },
  'typing-not-on-the-list': { view: null, port: SENT, press: [{ kind: 'not-listed' }] },
  'danger-after-sending': { view: typical, port: SENT, press: [OPEN, SEND, danger('chest-pain')] },
  'not-breathing-and-choking': {
    view: typical,
    port: SENT,
    press: [OPEN, danger('not-responding'), danger('choking')],
  },
  'last-days-in-doubt': {
    view: viewOf({
      ...ALONE,
      limits: { ...SECTIONS.limits, lastDays: { ...LAST_DAYS, cautions: ['contradicted'] } },
    }),
    port: SENT,
    press: [OPEN],
  },
  'other-practice': {
    view: viewOf({
      ...ALONE,
      identity: { ...ALONE.identity, gpPractice: { name: 'Millbrook Surgery', usualForThisHome: false } },
    }),
    port: SENT,
    press: [OPEN],
  },
  'already-not-sent': { view: already({ receivedAt: null, unsent: 'not-sent' }), port: SENT },
  'already-gone-not-sent': {
    view: already({ receivedAt: null, unsent: 'not-sent' }, GONE),
    port: SENT,
  },
  'went-on': { view: already({}), port: SENT, press: [{ kind: 'go-on', thread: 'worry-9' }] },
  'news2-scale-not-settled': {
    view: viewOf({
      ...ALONE,
      news2: {
        ...SECTIONS.news2,
        scores: [unsettledNews2('2026-11-21T09:05:00Z', { rr: 21, spo2: 90 })],
        target: TARGET_IN_DOUBT,
      },
    }),
    port: SENT,
    press: [OPEN],
  },
  'news2-later-in-doubt': {
    view: viewOf({ ...ALONE, news2: { ...SECTIONS.news2, scores: LATER_IN_DOUBT } }),
    port: SENT,
    press: [OPEN],
  },
  'no-sections': { view: NO_SECTIONS, port: SENT, press: [OPEN] },
  died: {
    view: viewOf(ALONE, {
      identity: recorded({ ...SECTIONS.identity, death: { state: 'died', on: '2026-11-20' } }),
    }),
  },
};
