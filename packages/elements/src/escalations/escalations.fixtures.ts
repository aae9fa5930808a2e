import type {
  HomeMatters,
  HomeOfMatters,
  MatterRecord,
  News2Story,
  OpenMatter,
  ResidentView,
} from '@ehch/clinical';
import { threadsOf, type ThreadEntry } from '@ehch/clinical/thread';
import type { Looks, Thread, ThreadAct, Unlisted } from '@ehch/clinical/thread';
import { ESCALATION_PLACE } from '../escalation-button/escalation-button.fixtures.ts';
import type { PortSays } from '../escalation-button/escalation-button.fixtures.ts';
import {
  LATER_IN_DOUBT,
  NO_SECTIONS,
  known,
  news2,
  rec,
  recorded,
  SECTIONS,
  TARGET_IN_DOUBT,
  unsettledNews2,
  viewOf,
} from '../resident-summary/typical-resident.fixtures.ts';
import type { EscalationsPress } from './escalations-press.ts';

/** A named state of the component, as data. */
export interface EscalationsState {
  /** One resident's record; `null`: nobody. Absent: the list is of the homes. */
  readonly view?: ResidentView | null;
  /** The homes' threads; `null`: not known; `'no-source'`: the page's source cannot list them. Absent: one resident's. */
  readonly matters?: HomeMatters | null | 'no-source';
  readonly port?: PortSays;
  readonly press?: readonly EscalationsPress[];
  /** What is typed after the presses, each into the field with this label. */
  readonly typed?: Readonly<Record<string, string>>;
  /** What the audit says of who looked. Absent: nothing here can read it. */
  readonly looks?: Looks | 'says-nothing';
  readonly author?: null;
  readonly side?: 'home';
  /** Whoever presses is a clinician. */
  readonly mayDecide?: true;
  /** What sets something for a resident. Absent: it is here. */
  readonly parts?: 'on-its-way' | 'not-to-be-had';
  /** What the page shows after the presses. */
  readonly next?: ResidentView;
}

export const INBOX_PLACE = {
  ...ESCALATION_PLACE,
  deciders: [{ kind: 'role', who: 'GP', until: null } as const],
  threads: {
    holdMinutes: 60,
    seenWithinMinutes: { routine: 1440, 'same-day': 120, 'within-hours': 30, now: 5 },
    lateMinutes: 15,
  },
};

export const AT = '2026-11-21T14:20:00Z';
const CARER = { name: 'Sam Okafor', role: 'carer', side: 'home' } as const;
const NURSE = { name: 'Ines Duarte', role: 'nurse', side: 'home' } as const;
export const GP = { name: 'Dr P. Adeyemi', role: 'GP', side: 'practice' } as const;

type Step = readonly [by: ThreadEntry['by'], time: string, act: ThreadAct, change?: Partial<ThreadEntry>];

/** A thread with these presses. A raising comes first, and each knows the one before. */
export function threadWith(
  steps: readonly Step[],
  {
    id = 'worry-1',
    about = { kind: 'resident', resident: 'resident-1' },
  }: Partial<Pick<Thread, 'id' | 'about'>> = {},
): Thread {
  const entries = steps.map(([by, time, act, change = {}], place): ThreadEntry => {
    const pressedAt = `2026-11-21T${time}:00Z`;
    return {
      id: place === 0 ? id : `${id}-${place}`,
      thread: id,
      about,
      by,
      pressedAt,
      clockOffsetMs: 0,
      receivedAt: pressedAt,
      after: place === 0 ? null : place === 1 ? id : `${id}-${place - 1}`,
      act,
      ...change,
    };
  });
  const [thread] = threadsOf(entries);
  if (thread === undefined) throw new Error(id);
  return thread;
}

type Raise = Extract<ThreadAct, { kind: 'raise' }>;
export const RAISE: Raise = {
  kind: 'raise',
  matter: 'worry',
  urgency: 'same-day',
  words: 'Not herself since breakfast.',
  signs: ['intake', 'worry'],
  since: 'breakfast',
  observations: null,
  askedBy: { kind: 'presser' },
};
const raised = (time = '13:30', change: Partial<Raise> = {}): Step => [CARER, time, { ...RAISE, ...change }];
const ANSWER = {
  kind: 'answer' as const,
  outcome: 'visit',
  further: [{ what: 'Blood tests', owner: 'Nurse Webb' }],
  promisedBy: '2026-11-21T17:00:00Z',
  words: 'I will come at four.',
} satisfies ThreadAct;
const ADVICE = {
  ...ANSWER,
  outcome: 'advice',
  further: [],
  promisedBy: null,
  words: 'Small sips.',
} satisfies ThreadAct;
const PHARMACIST = { name: 'Tom Webb', role: 'pharmacist', side: 'practice' } as const;
const RING = {
  ...ANSWER,
  outcome: 'urgent-service',
  further: [],
  promisedBy: null,
  words: 'Ring now.',
} satisfies ThreadAct;
const LATE_ANSWER: ThreadAct = { ...ANSWER, promisedBy: '2026-11-21T12:00:00Z' };

/** The record with these threads. */
export function withThreads(view: ResidentView, ...threads: readonly Thread[]): ResidentView {
  const open = threads.filter(({ ending }) => ending.state === 'open').map(matterOf);
  const ended = threads.filter(({ ending }) => ending.state !== 'open');
  return { ...view, ended, sections: { ...view.sections, open: recorded(open) } };
}

function matterOf(thread: Thread): OpenMatter {
  return { ...bareMatter(thread), thread };
}

const NOON = '2026-11-21T12:00:00Z';

/** How another system tells of an answer. */
function answeredBy(promisedBy: string | null): OpenMatter['progress'] {
  return { state: 'answered', by: 'Dr P. Adeyemi', at: '2026-11-21T10:20:00Z', promisedBy };
}

/** The same from a system without threads. */
function bareMatter(thread: Thread): OpenMatter {
  return {
    ...rec(thread.raised.at, 'Rowan Court'),
    kind: 'worry',
    text: 'worry',
    urgency: 'urgent',
    owner: null,
    due: null,
    progress: { state: 'sent' },
  };
}

const base = viewOf({
  ...SECTIONS,
  identity: { ...SECTIONS.identity, sameName: [] },
  alerts: SECTIONS.alerts.filter(({ kind }) => kind !== 'same-name'),
  news2: { ...SECTIONS.news2, scores: [news2('2026-11-21T13:40:00Z', { rr: 22, temp: 38.4 })] },
});
/** The typical resident with one thread of these presses. */
const of = (...steps: readonly Step[]): EscalationsState => ({ view: withThreads(base, threadWith(steps)) });
const step = (time: string, act: ThreadAct, by: ThreadEntry['by'] = GP): Step => [by, time, act];
const OPEN: EscalationsPress = { kind: 'open-thread', thread: 'worry-1' };
const TAKE: EscalationsPress = { kind: 'attend', act: 'take', thread: 'worry-1' };
const NIGHT: EscalationsPress = { kind: 'night', thread: 'worry-1', isOpen: true };
const BEGIN: EscalationsPress = { kind: 'begin', what: 'answer', thread: 'worry-1' };
const lastDays = viewOf({
  ...SECTIONS,
  limits: {
    ...SECTIONS.limits,
    lastDays: { ...rec('2026-11-19', 'Rowan Court'), text: 'Keep her comfortable at Rowan Court.' },
  },
});

const READ: HomeOfMatters['state'] = {
  state: 'read',
  asOf: '2026-11-21T14:18:00Z',
  residents: 30,
  notRead: 0,
  withheld: 0,
  isIncomplete: false,
};
const NONE = { kind: 'not-recorded' } as const;

/** A home's threads, as a source gives them. */
export function homeOf(change: Partial<HomeOfMatters> = {}): HomeOfMatters {
  return {
    home: 'rowan-court',
    name: 'Rowan Court',
    state: READ,
    unlisted: known<readonly Thread[]>(NONE),
    ...change,
  };
}

const second: MatterRecord = {
  ...withThreads(
    viewOf({
      ...SECTIONS,
      identity: {
        ...SECTIONS.identity,
        name: { family: 'Bell', given: ['Joan'], title: 'Mrs', text: null },
        nhsNumber: { state: 'verified', value: '9990000018' },
        sameName: [],
      },
    }),
    threadWith([raised('09:00'), step('09:20', ANSWER), step('09:21', LATE_ANSWER)], {
      id: 'worry-2',
      about: { kind: 'resident', resident: 'resident-2' },
    }),
  ),
  resident: 'resident-2',
};
const listed = [
  {
    resident: 'resident-2',
    name: { family: 'Bell', given: ['Joan'], title: 'Mrs', text: null },
    born: '1940-05-03',
    nhsNumber: { state: 'verified', value: '9990000018' },
    room: '7',
  },
] as const;
export const homes: HomeMatters = {
  residents: [withThreads(base, threadWith([raised()])), second],
  homes: [homeOf()],
  onTheList: listed,
};
const person: Unlisted = { name: 'Joan Bell', born: '3 May 1940', room: '7', home: 'rowan-court' };
const unlisted: HomeMatters = {
  residents: [],
  onTheList: listed,
  homes: [
    homeOf({
      unlisted: recorded<readonly Thread[]>([
        threadWith([raised()], { about: { kind: 'unlisted', person } }),
      ]),
    }),
  ],
};
const LINK: EscalationsPress = { kind: 'begin', what: 'link', thread: 'worry-1' };

export const states: Record<string, EscalationsState> = {
  nobody: { view: null },
  'nothing-open': { view: viewOf(SECTIONS, { open: known(NONE) }) },
  'not-read': {
    view: viewOf(SECTIONS, { open: { state: 'failed', error: { code: 'unreachable' }, at: AT } }),
  },
  withheld: { view: viewOf(SECTIONS, { open: { state: 'withheld', why: 'role' } }) },
  'not-read-again': {
    view: viewOf(SECTIONS, {
      open: known(NONE, { refresh: { state: 'failed', error: { code: 'unreachable' }, at: AT } }),
    }),
  },
  waiting: of(raised()),
  'waiting-long': of(raised('12:00')),
  'asked-by-daughter': of(
    raised('13:30', { askedBy: { kind: 'relative', name: 'Ann Hart', relation: 'daughter' } }),
  ),
  seen: of(raised(), step('13:40', { kind: 'see' })),
  taken: of(raised(), step('13:40', { kind: 'take' })),
  'taken-and-worse': of(
    raised(),
    step('13:40', { kind: 'take' }),
    step('14:00', { kind: 'worse', words: 'Breathing fast.' }, CARER),
  ),
  'taken-and-worse-for-long': of(
    raised(),
    step('13:40', { kind: 'take' }),
    step('13:50', { kind: 'worse', words: 'Breathing fast.' }, CARER),
  ),
  better: of(raised(), step('13:50', { kind: 'better', words: 'Ate lunch.' }, CARER)),
  'in-hospital': of(raised(), step('13:50', { kind: 'went-to-hospital', where: null, words: '' }, CARER)),
  asked: of(raised(), step('13:40', { kind: 'ask', words: 'Is she drinking?' })),
  answered: of(raised(), step('13:40', ANSWER)),
  'told-to-ring': of(raised(), step('13:40', RING)),
  'told-to-ring-and-worse': of(
    raised(),
    step('13:40', RING),
    step('13:50', { kind: 'worse', words: '' }, CARER),
  ),
  overdue: of(raised('09:00'), step('09:40', LATE_ANSWER)),
  'promised-before-worse': of(
    raised('09:00'),
    step('09:40', LATE_ANSWER),
    step('13:50', { kind: 'worse', words: '' }, CARER),
  ),
  'better-and-answered': of(
    raised(),
    step('13:50', { kind: 'better', words: 'Ate lunch.' }, CARER),
    step('14:00', ANSWER),
  ),
  'answered-and-asked': of(
    raised(),
    step('13:40', ANSWER),
    step('13:50', { kind: 'ask', words: 'Is she drinking?' }),
  ),
  'asked-and-worse': of(
    raised(),
    step('13:40', { kind: 'ask', words: 'Is she drinking?' }),
    step('13:50', { kind: 'worse', words: '' }, CARER),
  ),
  'answered-twice': {
    ...of(raised(), step('13:40', ANSWER), step('13:50', ADVICE, PHARMACIST)),
    press: [OPEN],
  },
  'withdrawn-after-answer': of(
    raised('13:30', { askedBy: { kind: 'relative', name: 'Ann Hart', relation: 'daughter' } }),
    step('13:40', ANSWER),
    step('13:50', { kind: 'withdraw', why: 'wrong-resident', words: '' }, CARER),
  ),
  'hospital-named': of(
    raised(),
    step('13:50', { kind: 'went-to-hospital', where: 'St Bride’s', words: 'By ambulance.' }, CARER),
  ),
  'joined-relative-asked': of(
    raised(),
    [
      NURSE,
      '13:35',
      { ...RAISE, askedBy: { kind: 'relative', name: 'Ann Hart', relation: 'daughter' } },
      { id: 'worry-3', thread: 'worry-3', after: null },
    ],
    [GP, '13:36', { kind: 'join', into: 'worry-1' }, { thread: 'worry-3', after: 'worry-3' }],
    step('13:40', ANSWER),
  ),
  relinked: {
    matters: {
      ...homes,
      residents: [
        withThreads(
          base,
          threadWith(
            [
              raised(),
              step('13:35', { kind: 'link', resident: 'resident-2' }),
              step('13:40', ANSWER),
              step('13:50', { kind: 'link', resident: 'resident-1' }),
            ],
            { about: { kind: 'unlisted', person: { name: 'Joan Bell', born: null, room: '7' } } },
          ),
        ),
      ],
    },
    press: [OPEN],
  },
  'practice-asked': {
    ...of([GP, '13:30', { ...RAISE, matter: 'action', words: 'Weigh her on Monday.' }]),
    press: [OPEN],
  },
  'home-not-sent': {
    ...of([CARER, '13:30', RAISE, { receivedAt: null, unsent: 'not-sent' }]),
    side: 'home',
  },
  'home-gone-not-sent': {
    ...of(
      [CARER, '13:30', { ...RAISE, urgency: 'now' }, { receivedAt: null, unsent: 'not-sent' }],
      [
        CARER,
        '13:50',
        { kind: 'went-to-hospital', where: null, words: '' },
        { receivedAt: null, unsent: 'not-sent' },
      ],
    ),
    side: 'home',
  },
  'home-worse-not-sent': {
    ...of(raised(), [
      CARER,
      '13:50',
      { kind: 'worse', words: 'Grey.' },
      { receivedAt: null, unsent: 'arrival-not-known' },
    ]),
    side: 'home',
    press: [OPEN],
  },
  'home-is-asked': {
    ...of([GP, '13:30', { ...RAISE, matter: 'action', words: 'Weigh her on Monday.' }]),
    side: 'home',
    press: [OPEN],
  },
  'closed-and-not-told': {
    ...of(
      raised('13:30', { askedBy: { kind: 'relative', name: 'Ann Hart', relation: 'daughter' } }),
      step('13:40', ANSWER),
      step('13:50', { kind: 'happened', answer: 'worry-1-1', words: '' }, CARER),
    ),
    side: 'home',
    press: [OPEN],
  },
  closed: of(
    raised('09:00'),
    step('09:40', ANSWER),
    step('10:10', { kind: 'happened', answer: 'worry-1-1', words: '' }, CARER),
  ),
  withdrawn: of(
    raised(),
    step('13:50', { kind: 'withdraw', why: 'wrong-resident', words: 'It was Joan Bell.' }, CARER),
  ),
  late: of([CARER, '02:04', RAISE, { receivedAt: '2026-11-21T08:31:00Z', clockOffsetMs: 300_000 }]),
  night: {
    ...of(
      [CARER, '02:04', RAISE, { receivedAt: '2026-11-21T08:31:00Z', clockOffsetMs: 300_000 }],
      step('08:40', { kind: 'see' }),
      step('09:10', ANSWER),
    ),
    press: [OPEN, NIGHT],
  },
  'night-looks-asked': { ...of(raised()), looks: 'says-nothing', press: [OPEN, NIGHT] },
  'night-looks': {
    ...of(raised()),
    looks: {
      looks: [{ at: '2026-11-21T13:40:00Z', name: 'Dr P. Adeyemi', organisation: 'Hollin Surgery' }],
      isWhole: false,
    },
    press: [OPEN, NIGHT],
  },
  'night-ended': {
    ...of(
      raised('09:00'),
      step('09:40', ANSWER),
      step('10:10', { kind: 'happened', answer: 'worry-1-1', words: 'She came.' }, CARER),
    ),
    side: 'home',
    press: [OPEN, NIGHT],
  },
  'night-joined': {
    ...of(
      raised(),
      [NURSE, '13:35', RAISE, { id: 'worry-3', thread: 'worry-3', after: null }],
      [GP, '13:36', { kind: 'join', into: 'worry-1' }, { thread: 'worry-3', after: 'worry-3' }],
    ),
    press: [OPEN, NIGHT],
  },
  'night-not-whole': {
    ...of(
      [CARER, '13:30', RAISE, { clockOffsetMs: null }],
      [CARER, '13:50', { kind: 'worse', words: '' }, { after: 'gone' }],
    ),
    press: [OPEN, TAKE, NIGHT],
  },
  'night-not-on-the-list': { matters: unlisted, press: [OPEN, NIGHT] },
  elsewhere: {
    view: withThreads(base, {
      ...threadWith([raised()]),
      elsewhere: ['Another system says: accepted, owner Rowan Urgent Response'],
    }),
  },
  incomplete: of(raised(), [CARER, '13:50', { kind: 'worse', words: '' }, { after: 'gone' }]),
  disputed: {
    view: withThreads(base, { ...threadWith([raised()]), disputed: ['worry-1'], foreign: 1, without: ['x'] }),
  },
  'news2-part-missing': {
    view: withThreads(
      viewOf({
        ...SECTIONS,
        news2: { ...SECTIONS.news2, scores: [news2('2026-11-21T13:40:00Z', { rr: 25, temp: null })] },
      }),
      threadWith([raised()]),
    ),
  },
  'last-days': { view: withThreads(lastDays, threadWith([raised()])) },
  'news2-disagrees': {
    view: withThreads(
      viewOf(SECTIONS, {
        news2: {
          ...recorded(SECTIONS.news2),
          content: {
            kind: 'disagree',
            common: null,
            sides: [{ ...rec('2026-11-21', 'GP record'), value: SECTIONS.news2 }],
          },
        },
      }),
      threadWith([raised()]),
    ),
  },
  'news2-in-part': {
    view: withThreads(
      viewOf(SECTIONS, {
        news2: known<News2Story>(NONE, { gaps: [{ why: 'failed', what: 'observations' }] }),
      }),
      threadWith([raised()]),
    ),
  },
  'news2-later-without-total': {
    view: withThreads(
      viewOf({
        ...SECTIONS,
        news2: {
          ...SECTIONS.news2,
          scores: [
            news2('2026-11-21T13:50:00Z', { rr: null, spo2: null }),
            news2('2026-11-21T06:00:00Z', { rr: 25, temp: 38.6, spo2: 93 }),
          ],
        },
      }),
      threadWith([raised()]),
    ),
  },
  'news2-later-in-doubt': {
    view: withThreads(
      viewOf({ ...SECTIONS, news2: { ...SECTIONS.news2, scores: LATER_IN_DOUBT } }),
      threadWith([raised()]),
    ),
  },
  'news2-scale-not-settled': {
    view: withThreads(
      viewOf({
        ...SECTIONS,
        news2: {
          ...SECTIONS.news2,
          scores: [unsettledNews2('2026-11-21T13:40:00Z', { rr: 21, spo2: 90 })],
          target: TARGET_IN_DOUBT,
        },
      }),
      threadWith([raised()]),
    ),
  },
  'no-sections': { view: NO_SECTIONS },
  'last-days-in-doubt': {
    view: withThreads(
      viewOf({
        ...SECTIONS,
        limits: {
          ...SECTIONS.limits,
          lastDays: {
            ...rec('2026-11-19', 'Rowan Court'),
            text: 'Keep her here.',
            cautions: ['contradicted'],
          },
        },
      }),
      threadWith([raised()]),
    ),
  },
  'limits-disagree': {
    view: withThreads(
      viewOf(SECTIONS, {
        limits: {
          ...recorded(SECTIONS.limits),
          content: {
            kind: 'disagree',
            common: null,
            sides: [{ ...rec('2026-06-02', 'GP record'), value: SECTIONS.limits }],
          },
        },
        news2: { state: 'failed', error: { code: 'timeout' }, at: AT },
      }),
      threadWith([raised()]),
    ),
  },
  'two-askers': {
    view: withThreads(
      base,
      threadWith([raised()]),
      threadWith([[NURSE, '13:45', { ...RAISE, words: 'Off her food.' }]], { id: 'worry-3' }),
    ),
    press: [OPEN],
  },
  open: { ...of(raised()), press: [OPEN] },
  'no-presser': { ...of(raised()), author: null, press: [OPEN] },
  'cannot-send': { ...of(raised()), port: null, press: [OPEN] },
  asking: { ...of(raised()), press: [OPEN, { kind: 'begin', what: 'ask', thread: 'worry-1' }] },
  answering: {
    ...of(raised()),
    press: [
      OPEN,
      BEGIN,
      { kind: 'choose-outcome', outcome: 'visit' },
      { kind: 'tick-further', what: 'Blood tests', isTicked: true },
    ],
  },
  'answering-and-worse': {
    ...of(raised()),
    press: [OPEN, BEGIN],
    next: withThreads(
      base,
      threadWith([raised(), step('14:10', { kind: 'worse', words: 'Breathing fast.' }, CARER)]),
    ),
  },
  'answering-and-withdrawn': {
    ...of(raised()),
    press: [OPEN, BEGIN, { kind: 'choose-outcome', outcome: 'visit' }],
    next: withThreads(
      base,
      threadWith([raised(), step('14:10', { kind: 'withdraw', why: 'mistake', words: '' }, CARER)]),
    ),
  },
  'answering-and-gone': {
    ...of(raised()),
    press: [OPEN, BEGIN, { kind: 'choose-outcome', outcome: 'visit' }],
    next: viewOf(SECTIONS, { open: { state: 'failed', error: { code: 'unreachable' }, at: AT } }),
  },
  'begun-and-closed-up': {
    ...of(raised()),
    press: [OPEN, BEGIN, { kind: 'choose-outcome', outcome: 'visit' }, OPEN],
  },
  sent: { ...of(raised()), press: [OPEN, TAKE] },
  'saved-not-sent': { ...of(raised()), port: { state: 'saved-on-device', at: AT }, press: [OPEN, TAKE] },
  'held-in-memory': { ...of(raised()), port: { state: 'held-in-memory' }, press: [OPEN, TAKE] },
  'being-sent': { ...of(raised()), port: 'says-nothing', press: [OPEN, TAKE] },
  'may-have-arrived': { ...of(raised()), port: { state: 'unknown', since: AT }, press: [OPEN, TAKE] },
  'deleted-since': {
    ...of(raised()),
    port: { state: 'sent', at: AT, isDeleted: true },
    press: [OPEN, TAKE],
  },
  'no-server': {
    ...of(raised()),
    port: { state: 'saved-on-device', at: AT, server: 'none' },
    press: [OPEN, TAKE],
  },
  refused: {
    ...of(raised()),
    port: { state: 'refused', at: AT, why: 'You may not write here.' },
    press: [OPEN, TAKE],
  },
  'given-up': {
    ...of(raised()),
    port: { state: 'given-up', at: AT, by: 'Ana Lima', why: 'Taken twice.' },
    press: [OPEN, TAKE],
  },
  'not-handed-over': { ...of(raised()), port: 'fails', press: [OPEN, TAKE] },
  'left-not-handed-over': {
    ...of(raised()),
    port: 'fails',
    press: [OPEN, TAKE],
    next: { ...viewOf(SECTIONS, { open: known(NONE) }), resident: 'resident-2' },
  },
  'home-asked': {
    ...of(raised(), step('13:40', { kind: 'ask', words: 'Is she drinking?' })),
    side: 'home',
    press: [OPEN, { kind: 'begin-reply', question: 'worry-1-1', thread: 'worry-1' }],
  },
  'home-answered': {
    ...of(
      raised('13:30', { askedBy: { kind: 'relative', name: 'Ann Hart', relation: 'daughter' } }),
      step('13:40', ANSWER),
    ),
    side: 'home',
    press: [OPEN],
  },
  homes: { matters: homes },
  'homes-one-without-sections': {
    matters: {
      ...homes,
      residents: [{ ...NO_SECTIONS, resident: 'resident-2' }, ...homes.residents.slice(0, 1)],
    },
  },
  'homes-two-not-read': {
    matters: { ...homes, homes: [homeOf({ state: { ...READ, notRead: 2, withheld: 1 } })] },
  },
  'homes-unread': {
    matters: {
      residents: [],
      onTheList: [],
      homes: [
        homeOf({ state: { state: 'loading' } }),
        homeOf({ name: 'Elm Lodge', state: { state: 'not-copied' } }),
        homeOf({
          name: 'The Larches',
          state: { state: 'failed', error: { code: 'unreachable' } },
          unlisted: { state: 'failed', error: { code: 'unreachable' }, at: AT },
        }),
      ],
    },
  },
  'homes-record-failed': {
    matters: {
      ...homes,
      residents: [
        {
          ...viewOf(SECTIONS, { open: { state: 'failed', error: { code: 'unreachable' }, at: AT } }),
          resident: 'resident-1',
        },
      ],
    },
  },
  'homes-read-long-ago': {
    matters: {
      residents: [],
      onTheList: listed,
      homes: [homeOf({ state: { ...READ, asOf: '2026-11-18T08:00:00Z' } })],
    },
  },
  'homes-two-of-one-name': {
    matters: {
      ...homes,
      onTheList: [...listed, { ...listed[0], resident: 'resident-9', born: '1938-01-30', room: '21' }],
    },
  },
  'homes-none-set-up': { matters: { residents: [], onTheList: [], homes: [] } },
  'homes-empty-list': {
    matters: { residents: [], onTheList: [], homes: [homeOf({ state: { ...READ, residents: 0 } })] },
  },
  'homes-nothing-open': { matters: { residents: [], onTheList: listed, homes: [homeOf()] } },
  'homes-gap': {
    matters: {
      residents: [],
      onTheList: listed,
      homes: [
        homeOf({
          unlisted: known<readonly Thread[]>(NONE, {
            gaps: [{ why: 'more', what: 'messages whose matter has not arrived' }],
          }),
        }),
      ],
    },
  },
  'worse-without-matter': {
    view: viewOf(SECTIONS, {
      open: recorded([
        {
          ...bareMatter(threadWith([raised()])),
          kind: 'message',
          text: 'Worse, of a matter that is not here: Breathing fast.',
        },
      ]),
    }),
  },
  'answered-elsewhere': {
    view: viewOf(SECTIONS, {
      open: recorded([
        { ...bareMatter(threadWith([raised()])), text: 'New confusion.', progress: answeredBy(null) },
        { ...bareMatter(threadWith([raised()])), id: 'passed', text: 'Fell.', progress: answeredBy(NOON) },
      ]),
    }),
  },
  'homes-locked': { matters: null },
  'homes-no-source': { matters: 'no-source' },
  'not-on-the-list': { matters: unlisted },
  'saying-who-it-is': {
    matters: unlisted,
    press: [OPEN, LINK, { kind: 'choose-resident', resident: 'resident-2' }],
  },
};

/** The night on one page was asked for, and is not here. */
export const lateNights = {
  'night-awaited': { ...of(raised()), parts: 'on-its-way', press: [OPEN, NIGHT] },
  'night-not-fetched': { ...of(raised()), parts: 'not-to-be-had', press: [OPEN, NIGHT] },
} as const satisfies Readonly<Record<string, EscalationsState>>;
