import type { ResidentView } from '../resident/view.ts';
import type { ResidentSections } from '../resident/sections.ts';
import type { Recorded } from '../recorded.ts';
import type { Known, Section } from '../section.ts';
import type { CivilDate } from '../time/types.ts';
import { carePlanOf } from './care-plan-of.ts';
import type { CarePlan } from './care-plan.ts';
import type { PlanFields, PlanLine, PlanLineKind } from './line.ts';

/** Saturday at Rowan Court, in every example. */
export const PLAN_TODAY: CivilDate = '2026-11-21';

const NURSE = { name: 'Grace Mensah', role: 'registered nurse' };
const GP = { name: 'Dr P. Adeyemi', role: 'GP' };

let ids = 0;

/** When, from where and by whom. */
export function said(on: string | null, by: Recorded['by'] = NURSE, part: Partial<Recorded> = {}): Recorded {
  ids += 1;
  return { id: `plan-fact-${ids}`, on, source: { label: 'Rowan Court' }, by, cautions: [], ...part };
}

/** One line in force. */
export function line<K extends PlanLineKind>(
  kind: K,
  fields: PlanFields[K],
  fact: Recorded = said('2026-11-20'),
  part: Partial<Pick<PlanLine, 'state' | 'history'>> = {},
): PlanLine<K> {
  return { ...fact, kind, fields, state: 'in-force', ...part };
}

export function knownAs<T>(content: Known<T>['content'], part: Partial<Known<T>> = {}): Known<T> {
  return {
    state: 'known',
    content,
    asOf: '2026-11-21T14:18:00Z',
    freshness: 'current',
    refresh: { state: 'idle' },
    gaps: [],
    ...part,
  };
}

type PlanSections = Pick<ResidentSections, 'limits' | 'aboutMe' | 'people' | 'plan'>;
type Sections = { readonly [N in keyof PlanSections]: Section<PlanSections[N]> };

const DECISION = line(
  'decide',
  {
    situation: 'Whether to move to the ground floor',
    ask: 'Grace Mensah, and the physiotherapist on Thursdays',
    by: '2026-12-11',
  },
  said('2026-11-20', NURSE, { id: 'decision-room' }),
);

const LINES: readonly PlanLine[] = [
  line(
    'frame',
    { title: 'Care and support plan of November', reviewBy: '2027-02-20' },
    said('2026-11-20', NURSE),
    {
      history: [
        { at: '2026-11-20T14:31:00Z', by: 'Grace Mensah', what: null },
        { at: '2026-06-02T10:05:00Z', by: 'Dr P. Adeyemi', what: null },
      ],
    },
  ),
  line('self', { about: 'partner', text: 'My wife Ruth. She lives in Mill Lane.' }),
  line('self', { about: 'pronouns', text: 'She, her' }),
  line('self', { about: 'faith', text: 'Quaker. Silence is welcome.' }),
  line('conversation', { stage: 'agreed', why: null, with: 'herself and her wife', reviewBy: '2027-02-20' }),
  line(
    'conversation',
    { stage: 'not-now', why: 'Her brother had died that week', with: 'herself', reviewBy: null },
    said('2026-06-02', GP),
  ),
  line(
    'capacity',
    {
      decision: 'Where to live',
      finding: 'has',
      assessedBy: 'Dr P. Adeyemi',
      assessedOn: '2026-06-02',
    },
    said('2026-06-02', GP),
  ),
  line(
    'capacity',
    {
      decision: 'Going to hospital for an operation',
      finding: 'lacks',
      assessedBy: 'Dr P. Adeyemi',
      assessedOn: '2026-11-18',
    },
    said('2026-11-18', GP),
  ),
  line('capacity', {
    decision: 'Managing money',
    finding: 'not-assessed',
    assessedBy: null,
    assessedOn: null,
  }),
  line(
    'dols',
    { state: 'authorised', from: '2026-01-05', until: '2026-11-15', by: 'County council' },
    said('2026-01-05'),
  ),
  ...['Chest infection', 'A fall', 'Not eating', 'Sudden collapse'].map((situation, at) =>
    line('unwell', {
      situation,
      place: (['stay', 'ask-first', 'stay', 'hospital'] as const)[at] ?? null,
      words:
        ['Antibiotics by mouth, sit her up', 'Look before lifting', 'Small plates, her wife’s soup', null][
          at
        ] ?? null,
      ring: ['The practice, same day', 'Urgent community response', 'The dietitian', '999'][at] ?? null,
      agreedWith: 'herself and Ruth Marlow',
      agreedOn: '2026-11-20',
    }),
  ),
  line('anticipatory', {
    state: 'in-the-home',
    what: 'morphine, midazolam, glycopyrronium',
    where: 'Locked cupboard, first floor',
    expires: '2027-03',
    mayGive: 'Registered nurses; the district nurses at night',
    checkedOn: '2026-11-16',
  }),
  line('comfort', { about: 'communicate', text: 'Wait. I answer after a while.', saidBy: 'herself' }),
  line('comfort', {
    about: 'calms',
    text: 'The window on the garden side, and the wireless.',
    saidBy: 'her wife',
  }),
  line('comfort', { about: 'pain', text: 'I go quiet and hold my left hand.', saidBy: 'her wife' }),
  line('goal', {
    want: 'I want to walk to the summer house again',
    step: 'Stand at the rail, twice',
    with: 'Amy, after breakfast',
    saidBy: 'herself',
    due: '2027-03-20',
  }),
  line('action', {
    what: 'Ask the physiotherapist about a lighter frame',
    owner: 'Grace Mensah',
    due: '2026-11-19',
    state: 'to-do',
  }),
  line('action', { what: 'Soup on Thursdays', owner: 'The kitchen', due: '2026-12-04', state: 'under-way' }),
  line('told', {
    person: 'Ruth Marlow',
    may: 'Everything',
    mustNot: null,
  }),
  line('told', { person: 'Neil Marlow', may: 'How she is', mustNot: 'Where she keeps her money' }),
  line('sharing', { basis: 'direct-care', words: 'She agreed on admission' }),
  DECISION,
  line('choice', {
    of: 'decision-room',
    choice: 'Stay upstairs',
    means: 'The view, and the lift twice a day',
  }),
  line('choice', { of: 'decision-room', choice: 'Move down', means: 'The garden door, and a smaller room' }),
  line('helped', { name: 'herself', how: 'She chose the words' }),
  line('helped', { name: 'Ruth Marlow', how: 'on the telephone' }),
];

const FULL: Sections = {
  limits: knownAs({
    kind: 'recorded',
    value: {
      wishes: [{ ...said('2026-06-02', GP), text: 'Stay in the home unless a fracture.' }],
      cpr: [
        {
          ...said('2026-06-02', GP),
          decision: 'do-not-attempt',
          reviewBy: '2026-12-02',
          originalAt: 'Red folder, office',
          original: {
            at: 'Red folder, office',
            signedBy: 'Dr P. Adeyemi',
            signedOn: '2026-06-02',
            sighted: { by: 'Grace Mensah', on: '2026-11-20' },
            madeIn: 'community',
          },
        },
      ],
      documents: [
        {
          ...said('2026-03-14', { name: 'Dr N. Achebe', role: 'hospital doctor' }),
          title: 'ReSPECT form',
          status: 'current',
          originalAt: null,
          reviewBy: '2026-09-14',
          original: {
            at: null,
            signedBy: 'Dr N. Achebe',
            signedOn: '2026-03-14',
            sighted: null,
            madeIn: 'hospital',
          },
        },
      ],
      decisions: [{ ...said('2026-11-20'), kind: 'preferred-place-of-care', text: 'Rowan Court' }],
      decisionMakers: [
        {
          ...said('2025-02-11'),
          name: 'Ruth Marlow',
          relation: 'wife',
          authority: 'Lasting power of attorney, health and welfare',
          standing: {
            authority: 'lpa',
            registered: 'yes',
            seenBy: 'Grace Mensah',
            seenOn: '2026-11-20',
            acts: 'jointly',
          },
        },
      ],
      lastDays: null,
    },
  }),
  aboutMe: knownAs({
    kind: 'recorded',
    value: {
      entries: [
        {
          ...said('2026-11-20', { name: null, role: 'herself' }),
          heading: 'what-matters',
          text: 'My garden. Being asked, not told.',
          line: { saidBy: 'herself' },
        },
        {
          ...said('2026-11-12', { name: 'Ruth Marlow', role: 'wife' }),
          heading: 'please-do',
          text: 'Please do knock. Please don’t call her love.',
          line: { saidBy: 'her wife' },
        },
      ],
      languages: [{ name: 'English', preferred: true }],
      interpreter: false,
    },
  }),
  people: knownAs({
    kind: 'recorded',
    value: {
      contacts: [
        {
          ...said('2025-02-11'),
          name: 'Ruth Marlow',
          relation: 'wife',
          phones: ['020 7946 0018'],
          roles: ['next of kin'],
          until: null,
        },
        {
          ...said('2025-02-11'),
          name: 'Neil Marlow',
          relation: 'nephew',
          phones: [],
          roles: [],
          until: null,
        },
      ],
      team: [],
    },
  }),
  plan: knownAs({
    kind: 'recorded',
    value: {
      plans: [],
      goals: [],
      clock: { from: '2026-11-20', because: 'returned', dayOne: '2026-11-23', due: '2026-12-01', met: false },
      lines: LINES,
    },
  }),
};

const none = knownAs<never>({ kind: 'not-recorded' });
const failed = { state: 'failed', error: { code: 'timeout' }, at: '2026-11-21T14:05:00Z' } as const;

/** A view of which only the sections of the plan are known. */
export function planView(sections: Partial<Sections> = {}): ResidentView {
  const loading = { state: 'loading' } as const;
  return {
    resident: 'plan-example',
    sourceLabel: 'Rowan Court shared record',
    sections: {
      identity: loading,
      allergies: loading,
      open: loading,
      alerts: loading,
      frailty: loading,
      news2: loading,
      weight: loading,
      function: loading,
      scores: loading,
      medicines: loading,
      problems: loading,
      events: loading,
      ...FULL,
      ...sections,
    },
  };
}

const withLines = (lines: readonly PlanLine[]): Sections['plan'] =>
  knownAs({ kind: 'recorded', value: { plans: [], goals: [], clock: null, lines } });

const LIMITS =
  FULL.limits.state === 'known' && FULL.limits.content.kind === 'recorded' ? FULL.limits.content.value : null;

/** Views of named plans, for tests, the card and its pictures. All people are invented. */
export const PLAN_VIEWS = {
  full: planView(),
  'nothing-recorded': planView({ limits: none, aboutMe: none, people: none, plan: none }),
  'not-read': planView({ limits: failed, aboutMe: failed, people: failed, plan: failed }),
  loading: planView(
    Object.fromEntries(['limits', 'aboutMe', 'people', 'plan'].map((name) => [name, { state: 'loading' }])),
  ),
  withheld: planView({
    plan: { state: 'withheld', why: 'consent' },
    people: { state: 'withheld', why: 'role' },
  }),
  'limits-failed': planView({ limits: failed }),
  'limits-disagree': planView({
    limits: knownAs<ResidentSections['limits']>({
      kind: 'disagree',
      common: { ...(LIMITS as NonNullable<typeof LIMITS>), cpr: [] },
      sides: (['attempt', 'do-not-attempt'] as const).map((decision) => ({
        ...said('2026-06-02', GP),
        value: {
          wishes: [],
          cpr: [{ ...said('2026-06-02', GP), decision, reviewBy: null, originalAt: null }],
          documents: [],
          decisions: [],
          decisionMakers: [],
          lastDays: null,
        },
      })),
    }),
  }),
  'not-now': planView({
    plan: withLines([
      line('conversation', {
        stage: 'not-now',
        why: 'She is grieving. Ask again in spring.',
        with: 'herself',
        reviewBy: '2027-03',
      }),
    ]),
  }),
  declined: planView({
    plan: withLines([
      line('conversation', {
        stage: 'declined',
        why: 'She does not want to talk of it',
        with: 'herself',
        reviewBy: null,
      }),
    ]),
  }),
  objection: planView({
    plan: withLines([
      ...LINES.filter(({ kind }) => kind !== 'sharing'),
      line('sharing', { basis: 'objection', words: 'Not with the hospital' }),
    ]),
  }),
  proposal: planView({
    plan: withLines([
      ...LINES,
      line(
        'cpr',
        {
          decision: 'attempt',
          originalAt: null,
          signedBy: 'Dr N. Achebe',
          signedOn: '2026-11-21',
          sightedBy: null,
          sightedOn: null,
          madeIn: 'hospital',
          reviewBy: null,
        },
        said('2026-11-21'),
        { state: 'proposed' },
      ),
    ]),
  }),
  overdue: planView({
    plan: knownAs({
      kind: 'recorded',
      value: {
        plans: [],
        goals: [],
        clock: {
          from: '2026-11-02',
          because: 'admitted',
          dayOne: '2026-11-03',
          due: '2026-11-11',
          met: false,
        },
        lines: [],
      },
    }),
  }),
  'of-another-system': planView({
    plan: knownAs({
      kind: 'recorded',
      value: {
        plans: [
          {
            ...said('2026-09-01', GP, { source: { label: 'GP record' } }),
            title: 'Personalised care and support plan',
            status: 'active',
            reviewBy: '2027-03-01',
            actions: [{ text: 'Weigh weekly', owner: 'Rowan Court', due: '2026-11-30' }],
          },
        ],
        goals: [{ ...said('2026-09-01', GP), text: 'Gain two kilograms', status: 'current', due: null }],
        clock: null,
      },
    }),
  }),
} as const satisfies Readonly<Record<string, ResidentView>>;

/** The same plans as the card takes them. */
export const PLAN_EXAMPLES: Readonly<Record<keyof typeof PLAN_VIEWS, CarePlan>> = Object.fromEntries(
  Object.entries(PLAN_VIEWS).map(([name, view]) => [name, carePlanOf(view, PLAN_TODAY)]),
) as Readonly<Record<keyof typeof PLAN_VIEWS, CarePlan>>;
