import type { PlaceConfiguration, Receipt, ResidentView } from '@ehch/clinical';
import { PLAN_VIEWS, knownAs, line, said } from '../../../clinical/src/care-plan/care-plan.fixtures.ts';
import {
  NO_SECTIONS,
  NUMBER_ENDED,
  SECTIONS,
  everySection,
  recorded,
  viewOf,
} from '../resident-summary/typical-resident.fixtures.ts';
import type { ConversationStage, PlanLine } from '@ehch/clinical/care-plan';
import type { CarePlanPress } from './care-plan-press.ts';

/** A named state of the component, as data. */
export interface CarePlanState {
  /** `null`: nobody is asked for. */
  readonly view: ResidentView | null;
  /** Whom the page asks for, where that is not the view's. */
  readonly resident?: string;
  /** What the port says of a saving. Absent: there is no port, and nothing can be changed. */
  readonly port?: PlanPortSays;
  readonly mayDecide?: true;
  /** Absent: a place that names whoever writes here. */
  readonly place?: PlaceConfiguration;
  readonly isOffline?: true;
  /** The parts that change and copy a plan. Absent: they are here. */
  readonly parts?: 'on-its-way' | 'not-to-be-had';
  /** The page says who presses, unless it is `null`. */
  readonly author?: null;
  /** What happens then, one after the other. */
  readonly steps?: readonly PlanStepTaken[];
}

/** What the port says of a saving. */
export type PlanPortSays = Receipt | 'fails' | 'says-nothing';

/** What a person does, or what arrives meanwhile. */
export type PlanStepTaken =
  | {
      readonly press: CarePlanPress['kind'];
      readonly with?: Readonly<Record<string, unknown>>;
      readonly label?: string;
    }
  | { readonly type: string; readonly text: string }
  | { readonly arrives: ResidentView };

const ALONE = {
  ...SECTIONS,
  identity: { ...SECTIONS.identity, sameName: [] },
  alerts: SECTIONS.alerts.filter(({ kind }) => kind !== 'same-name'),
};
const typical = viewOf(ALONE);

type Sections = ResidentView['sections'];
type OfPlan = Pick<Sections, 'limits' | 'aboutMe' | 'people' | 'plan'>;

/** The typical resident with a plan of this name. */
function planned(name: keyof typeof PLAN_VIEWS, over: Partial<Sections> = {}): ResidentView {
  const { limits, aboutMe, people, plan } = PLAN_VIEWS[name].sections;
  return { ...typical, sections: { ...typical.sections, limits, aboutMe, people, plan, ...over } };
}

/** A plan in which the conversation about the future has come so far. */
export function conversationAt(stage: ConversationStage, reviewBy: string | null): ResidentView {
  const said = line('conversation', { stage, why: 'Ask in spring', with: 'herself', reviewBy });
  return planned('full', planOf([said]));
}

/** The limits with a decision about CPR that only this device has. */
function unsentCpr(): Sections['limits'] {
  const { limits } = PLAN_VIEWS.full.sections;
  if (limits.state !== 'known' || limits.content.kind !== 'recorded') throw new Error('No limits.');
  const { value } = limits.content;
  const cpr = value.cpr.map((one) => ({ ...one, cautions: ['not-sent'] as const }));
  return { ...limits, content: { kind: 'recorded', value: { ...value, cpr } } };
}

/** Each section of the plan changed in the same way. */
function ofPlan(change: (section: OfPlan[keyof OfPlan]) => unknown): Partial<Sections> {
  const { limits, aboutMe, people, plan } = PLAN_VIEWS.full.sections;
  return Object.fromEntries(
    Object.entries({ limits, aboutMe, people, plan }).map(([name, section]) => [name, change(section)]),
  );
}

function withLimits(part: Partial<typeof SECTIONS.limits>): Partial<Sections> {
  const { limits } = PLAN_VIEWS.full.sections;
  if (limits.state !== 'known' || limits.content.kind !== 'recorded') return {};
  return { limits: recorded({ ...limits.content.value, ...part }) };
}

const LONG = 'Otorhinolaryngological-electroencephalographically-confirmed-pseudopseudohypoparathyroidism';

const planOf = (lines: readonly ReturnType<typeof line>[]): Partial<Sections> => ({
  plan: recorded({ plans: [], goals: [], clock: null, lines }),
});

const SAVED = { state: 'saved-on-device', at: '2026-11-21T14:20:00Z' } as const;
const SENT = { state: 'sent', at: '2026-11-21T14:20:00Z' } as const;

/** The id of the first line of this kind. */
function idOf(kind: PlanLine['kind'], view: ResidentView = full): string {
  const { plan } = view.sections;
  const lines = plan.state === 'known' && plan.content.kind === 'recorded' ? plan.content.value.lines : [];
  const found = lines?.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(kind);
  return found.id;
}

/** The same view after somebody else has changed one line; `null`: ended it. */
export function changedElsewhere(
  id: string,
  fields: Readonly<Record<string, string | null>> | null,
): ResidentView {
  const { plan } = full.sections;
  if (plan.state !== 'known' || plan.content.kind !== 'recorded') throw new Error('No plan.');
  const { value } = plan.content;
  const lines = (value.lines ?? []).flatMap((one) =>
    one.id !== id
      ? [one]
      : fields === null
        ? []
        : [{ ...one, fields: { ...one.fields, ...fields } } as PlanLine],
  );
  return { ...full, sections: { ...full.sections, plan: recorded({ ...value, lines }) } };
}

/** Whom the tests are about. */
export const full = planned('full');

/** The plan of which something could not be read. */
const IN_PART = partOf(full.sections.plan);

function partOf(plan: Sections['plan']): Sections['plan'] {
  if (plan.state !== 'known') throw new Error('The plan is not known.');
  return { ...plan, gaps: [{ why: 'failed', what: 'flags' }] };
}

const GOAL = idOf('goal');
const ACTION = idOf('action');
const FRAME = idOf('frame');
const UNWELL = idOf('unwell');
const COMFORT = idOf('comfort');
export const CAPACITY = idOf('capacity');

/** Who opens a decision says anew who decided it, and when. */
export const ASSESSED: readonly PlanStepTaken[] = [
  { type: 'assessedBy', text: 'Dr P. Adeyemi' },
  { type: 'assessedOn', text: '2026-11-20' },
];

const YESTERDAY = '2026-11-20';

const CHANGE = { press: 'change-plan' } as const;
const open = (line: string) => ({ press: 'open-line', with: { line } }) as const;
const SAVE = { press: 'save' } as const;

/** The goal is open, and somebody has written another step. */
const writing: readonly PlanStepTaken[] = [CHANGE, open(GOAL), { type: 'step', text: 'Walk to the door' }];

const COPY = { press: 'open-copy', with: { isOpen: true } } as const;
const forWhom = (label: string) => ({ press: 'copy-for', label }) as const;

/** What somebody pressed for is not here. */
export const lateStates = {
  'changing-awaited': { view: full, port: SAVED, parts: 'on-its-way', steps: [CHANGE] },
  'changing-not-fetched': { view: full, port: SAVED, parts: 'not-to-be-had', steps: [CHANGE] },
  'copies-awaited': { view: full, parts: 'on-its-way', steps: [COPY] },
  'copies-not-fetched': { view: full, parts: 'not-to-be-had', steps: [COPY] },
} as const satisfies Readonly<Record<string, CarePlanState>>;

export const copyStates = {
  'copy-for-resident': { view: full, steps: [COPY, forWhom('For the resident')] },
  'copy-for-nobody-yet': { view: full, steps: [COPY] },
  'copy-for-contact': { view: full, steps: [COPY, forWhom('Neil Marlow')] },
  'copy-against-objection': {
    view: planned('objection'),
    steps: [COPY, forWhom('Ruth Marlow'), { press: 'tick-copy', label: 'What I want to do' }],
  },
  'copy-read-in-part': {
    view: planned('full', { plan: IN_PART }),
    steps: [COPY, forWhom('Neil Marlow'), { press: 'tick-copy', label: 'What I want to do' }],
  },
  'copy-not-recorded': { view: planned('not-now'), steps: [COPY, forWhom('Neil Marlow')] },
  'copy-not-read': {
    view: planned('full', { plan: PLAN_VIEWS['not-read'].sections.plan }),
    steps: [COPY, forWhom('Neil Marlow')],
  },
} as const satisfies Readonly<Record<string, CarePlanState>>;

export const editStates = {
  'to-change': { view: full, port: SAVED, steps: [CHANGE] },
  writing: { view: full, port: SAVED, steps: writing },
  'no-presser': { view: full, port: SAVED, author: null, steps: writing },
  'goal-day-passed': {
    view: full,
    port: SAVED,
    steps: [CHANGE, open(GOAL), { type: 'due', text: YESTERDAY }],
  },
  'action-day-passed': {
    view: full,
    port: SAVED,
    steps: [CHANGE, open(ACTION), { type: 'due', text: YESTERDAY }],
  },
  'review-day-passed': {
    view: full,
    port: SAVED,
    steps: [CHANGE, open(FRAME), { type: 'reviewBy', text: YESTERDAY }],
  },
  saved: { view: full, port: SAVED, steps: [...writing, SAVE] },
  sent: { view: full, port: SENT, steps: [...writing, SAVE] },
  'put-together': {
    view: full,
    port: { ...SENT, merged: { fields: ['Activity'], at: '2026-11-21T14:05:00Z' } },
    steps: [...writing, SAVE],
  },
  'deleted-since': { view: full, port: { ...SENT, isDeleted: true }, steps: [...writing, SAVE] },
  'in-memory': { view: full, port: { state: 'held-in-memory' }, steps: [...writing, SAVE] },
  'on-its-way': { view: full, port: 'says-nothing', steps: [...writing, SAVE] },
  'not-handed-over': { view: full, port: 'fails', steps: [...writing, SAVE] },
  refused: {
    view: full,
    port: { state: 'refused', at: '2026-11-21T14:20:00Z', why: 'You may not write here.' },
    steps: [...writing, SAVE],
  },
  conflict: {
    view: full,
    port: SAVED,
    steps: [...writing, { arrives: changedElsewhere(GOAL, { step: 'Sit out for lunch', with: 'Dev' }) }],
  },
  'conflict-chosen': {
    view: full,
    port: SAVED,
    steps: [
      ...writing,
      { arrives: changedElsewhere(GOAL, { step: 'Sit out for lunch' }) },
      { press: 'choose', label: 'Theirs' },
    ],
  },
  'conflict-of-words': {
    view: full,
    port: SAVED,
    steps: [
      CHANGE,
      open(COMFORT),
      { type: 'text', text: 'Wait, and ask again.' },
      { arrives: changedElsewhere(COMFORT, { text: 'Wait. Write it down for me.' }) },
    ],
  },
  // What to do in one situation can stand in the place of 999: a carer proposes it.
  'row-proposed': { view: full, port: SAVED, steps: [CHANGE, open(UNWELL)] },
  'ended-elsewhere': {
    view: full,
    port: SAVED,
    steps: [...writing, { arrives: changedElsewhere(GOAL, null) }],
  },
  'decision-proposed': {
    view: full,
    port: SAVED,
    steps: [CHANGE, open(CAPACITY), ...ASSESSED, SAVE],
  },
  // As the screen stands after the press, and as whoever opens it then finds it.
  'decision-not-sent': {
    view: planned('full', { limits: unsentCpr() }),
    port: SAVED,
    mayDecide: true,
    steps: [CHANGE, open(CAPACITY), ...ASSESSED, SAVE],
  },
  'decision-offline': {
    view: full,
    port: SAVED,
    mayDecide: true,
    isOffline: true,
    steps: [CHANGE, open(CAPACITY)],
  },
  'decision-conflict': {
    view: full,
    port: SAVED,
    mayDecide: true,
    steps: [
      CHANGE,
      open(CAPACITY),
      ...ASSESSED,
      { arrives: changedElsewhere(CAPACITY, { finding: 'lacks', assessedOn: '2026-11-19' }) },
    ],
  },
  'proposal-to-decide': {
    view: planned('proposal'),
    port: SAVED,
    mayDecide: true,
    steps: [{ press: 'take-proposal' }],
  },
  'turning-down': {
    view: planned('proposal'),
    port: SAVED,
    mayDecide: true,
    steps: [{ press: 'ask-end' }],
  },
  ending: { view: full, port: SAVED, steps: [CHANGE, open(GOAL), { press: 'ask-end' }] },
  'which-stands': { view: planned('limits-disagree'), port: SAVED, mayDecide: true, steps: [CHANGE] },
  'which-stands-proposed': { view: planned('limits-disagree'), port: SAVED, steps: [CHANGE] },
  'first-line': {
    view: planned('nothing-recorded'),
    port: SAVED,
    steps: [CHANGE, { press: 'add-line', with: { of: 'goal' } }],
  },
  'left-typed': {
    view: full,
    port: SAVED,
    steps: [...writing, { arrives: { ...full, resident: 'resident-2' } }],
  },
  'left-not-saved': {
    view: full,
    port: 'fails',
    steps: [...writing, SAVE, { arrives: { ...full, resident: 'resident-2' } }],
  },
} as const satisfies Readonly<Record<string, CarePlanState>>;

export const readStates = {
  full: { view: full },
  'nothing-recorded': { view: planned('nothing-recorded') },
  'not-read': { view: planned('not-read') },
  loading: { view: planned('loading') },
  withheld: { view: planned('withheld') },
  'limits-failed': { view: planned('limits-failed') },
  'limits-disagree': { view: planned('limits-disagree') },
  'plan-disagrees': {
    view: planned('full', {
      plan: knownAs({
        kind: 'disagree',
        common: null,
        sides: [planned('full'), planned('not-now')].flatMap(({ sections: { plan } }) =>
          plan.state === 'known' && plan.content.kind === 'recorded'
            ? [{ ...said('2026-11-20'), value: plan.content.value }]
            : [],
        ),
      }),
    }),
  },
  'not-now': { view: planned('not-now') },
  declined: { view: planned('declined') },
  objection: { view: planned('objection') },
  proposal: { view: planned('proposal') },
  overdue: { view: planned('overdue') },
  'of-another-system': { view: planned('of-another-system') },
  stale: {
    view: planned(
      'full',
      ofPlan((section) => ({ ...section, asOf: '2026-11-18T08:40:00Z', freshness: 'stale' })),
    ),
  },
  'refresh-failed': {
    view: planned(
      'full',
      ofPlan((section) => ({
        ...section,
        refresh: { state: 'failed', error: { code: 'unreachable' }, at: '2026-11-21T14:10:00Z' },
      })),
    ),
  },
  'not-complete': {
    view: planned(
      'full',
      ofPlan((section) => ({ ...section, gaps: [{ why: 'failed', what: 'answered forms' }] })),
    ),
  },
  expired: {
    view: planned('full', {
      ...planOf([
        line('anticipatory', {
          state: 'in-the-home',
          what: 'morphine, midazolam',
          where: null,
          expires: '2026-09',
          mayGive: null,
          checkedOn: null,
        }),
        line('dols', { state: 'authorised', from: '2025-11-01', until: '2026-10-31', by: null }),
        line('capacity', {
          decision: 'Going to hospital',
          finding: 'lacks',
          assessedBy: null,
          assessedOn: null,
        }),
        line('action', { what: 'Weigh weekly', owner: null, due: '2026-11-09', state: 'to-do' }),
        line('frame', { title: 'Plan of the summer', reviewBy: '2026-10-01' }),
      ]),
      ...withLimits({
        decisionMakers: [
          {
            ...said('2025-02-11'),
            name: 'Ruth Marlow',
            relation: 'wife',
            authority: 'Lasting power of attorney, health and welfare',
            standing: { authority: 'lpa', registered: 'no', seenBy: null, seenOn: null, acts: null },
          },
        ],
      }),
    }),
  },
  'last-days': {
    view: planned(
      'full',
      withLimits({
        lastDays: {
          ...said('2026-11-19', { name: 'Dr P. Adeyemi', role: 'GP' }),
          text: 'Keep her comfortable here.',
        },
      }),
    ),
  },
  died: {
    view: planned('full', {
      identity: recorded({ ...ALONE.identity, death: { state: 'died', on: '2026-11-21' } }),
    }),
  },
  'same-name': { view: { ...full, sections: { ...full.sections, identity: recorded(SECTIONS.identity) } } },
  'number-ended': {
    view: planned('full', { people: recorded({ ...SECTIONS.people, contacts: [NUMBER_ENDED] }) }),
  },
  'no-sections': { view: NO_SECTIONS },
  'contacts-on-their-way': {
    view: {
      ...full,
      sections: {
        ...full.sections,
        people: { ...recorded({ contacts: [], team: [] }), gaps: [{ why: 'loading', what: 'contacts' }] },
      },
    },
  },
  'told-to-nobody-listed': {
    view: planned('full', {
      ...planOf([line('told', { person: 'Derek Hale', may: null, mustNot: 'Anything at all' })]),
    }),
  },
  'lines-without-place': {
    view: planned(
      'full',
      planOf([
        line('choice', { of: 'gone', choice: 'Stay upstairs', means: 'The view' }),
        line(
          'goal',
          { want: 'I want to sing', step: null, with: null, saidBy: 'herself', due: null },
          said('2026-01-02'),
          {
            state: 'ended',
          },
        ),
      ]),
    ),
  },
  longest: {
    view: planned('full', {
      ...planOf([
        line('unwell', {
          situation: LONG,
          place: 'ask-first',
          words: LONG.repeat(3),
          ring: LONG,
          agreedWith: LONG,
          agreedOn: null,
        }),
        line('unwell', {
          situation: 'A fall',
          place: null,
          words: null,
          ring: null,
          agreedWith: null,
          agreedOn: null,
        }),
        line('goal', { want: LONG, step: LONG, with: LONG, saidBy: LONG, due: null }),
        line('comfort', { about: 'pain', text: LONG, saidBy: LONG }),
        line('action', { what: LONG, owner: LONG, due: null, state: 'not-done' }),
      ]),
    }),
  },
  decision: { view: full, steps: [{ press: 'show-decision' }] },
  'all-stale-and-updating': {
    view: everySection(full, (section) => ({ ...section, refresh: { state: 'running' } })),
  },
  nobody: { view: null },
  mismatch: { view: full, resident: 'resident-2' },
} as const satisfies Readonly<Record<string, CarePlanState>>;

export const states = { ...readStates, ...editStates, ...copyStates, ...lateStates };
