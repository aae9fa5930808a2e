import type { ResidentView } from '@ehch/clinical';
import { PLAN_VIEWS, knownAs, line, said } from '../../../clinical/src/care-plan/care-plan.fixtures.ts';
import { SECTIONS, everySection, recorded, viewOf } from '../resident-summary/typical-resident.fixtures.ts';
import type { CarePlanPress } from './care-plan-press.ts';

/** A named state of the component, as data. */
export interface CarePlanState {
  /** `null`: nobody is asked for. */
  readonly view: ResidentView | null;
  /** Whom the page asks for, where that is not the view's. */
  readonly resident?: string;
  readonly press?: readonly CarePlanPress[];
}

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

/** Whom the tests are about. */
export const full = planned('full');

export const states = {
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
  'told-to-nobody-listed': {
    view: planned('full', {
      ...planOf([line('told', { person: 'Derek Hale', may: null, mustNot: 'Anything at all' })]),
    }),
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
  decision: { view: full, press: [{ kind: 'show-decision', line: 'decision-room' }] },
  'all-stale-and-updating': {
    view: everySection(full, (section) => ({ ...section, refresh: { state: 'running' } })),
  },
  nobody: { view: null },
  mismatch: { view: full, resident: 'resident-2' },
} as const satisfies Readonly<Record<string, CarePlanState>>;
