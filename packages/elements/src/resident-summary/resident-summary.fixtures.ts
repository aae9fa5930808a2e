import type { AgreedLimits, ResidentSections, ResidentView, SectionName } from '@ehch/clinical';
import { withGlance } from '@ehch/clinical/glance';
import { attentionStates } from './attention.fixtures.ts';
import type { SummaryState } from './attention.fixtures.ts';
import {
  LATER_IN_DOUBT,
  MEDICINES,
  NO_SECTIONS,
  NOW,
  NUMBER_ENDED,
  PLACE,
  SECTIONS,
  TARGET_IN_DOUBT,
  everySection,
  known,
  medicine,
  news2,
  rec,
  recorded,
  unsettledNews2,
  viewOf,
} from './typical-resident.fixtures.ts';

export { NOW, PLACE } from './typical-resident.fixtures.ts';

export type { SummaryState } from './attention.fixtures.ts';

const typical = viewOf(SECTIONS);
const AT = '2026-11-21T14:05:00Z';

function limits(part: Partial<AgreedLimits>): AgreedLimits {
  return { wishes: [], cpr: [], documents: [], decisions: [], decisionMakers: [], lastDays: null, ...part };
}

const nothing = known<never>({ kind: 'not-recorded' });
const EMPTY = viewOf(
  SECTIONS,
  Object.fromEntries(
    Object.keys(typical.sections)
      .filter((name) => name !== 'identity')
      .map((name) => [name, nothing]),
  ) as Partial<ResidentView['sections']>,
);

function identity(part: Partial<ResidentSections['identity']>): Pick<ResidentView['sections'], 'identity'> {
  return { identity: recorded({ ...SECTIONS.identity, ...part }) };
}

const LONG_WORD =
  'Otorhinolaryngological-electroencephalographically-confirmed-pseudopseudohypoparathyroidism';

/** Not all is known, or records say different things. */
export const notKnownStates = {
  'no-sections': { view: NO_SECTIONS },

  loading: { view: everySection(typical, () => ({ state: 'loading' })) },

  'some-loading': {
    view: viewOf(SECTIONS, {
      medicines: { state: 'loading' },
      problems: { state: 'loading' },
      events: { state: 'loading' },
    }),
  },

  stale: {
    view: everySection(typical, (section) => ({
      ...section,
      asOf: '2026-11-18T08:40:00Z',
      freshness: 'stale',
    })),
    place: PLACE,
    since: '2026-11-12',
  },

  'failed-section': {
    view: viewOf(SECTIONS, {
      allergies: { state: 'failed', error: { code: 'timeout' }, at: AT },
      medicines: { state: 'failed', error: { code: 'server-error' }, at: AT },
      news2: { state: 'failed', error: { code: 'forbidden' }, at: AT },
    }),
  },

  'failed-everything': {
    view: viewOf(
      SECTIONS,
      Object.fromEntries(
        Object.keys(typical.sections).map((name) => [
          name,
          { state: 'failed', error: { code: 'unreachable' }, at: AT },
        ]),
      ) as Partial<ResidentView['sections']>,
    ),
  },

  'refresh-failed': {
    view: everySection(typical, (section, name) =>
      (['medicines', 'limits', 'allergies'] as SectionName[]).includes(name)
        ? {
            ...section,
            asOf: '2026-11-21T08:02:00Z',
            freshness: 'stale',
            refresh: { state: 'failed', error: { code: 'unreachable' }, at: AT },
          }
        : section,
    ),
  },

  refreshing: { view: everySection(typical, (section) => ({ ...section, refresh: { state: 'running' } })) },

  withheld: {
    view: viewOf(SECTIONS, {
      problems: { state: 'withheld', why: 'role' },
      medicines: { state: 'withheld', why: 'role' },
      aboutMe: { state: 'withheld', why: 'consent' },
      allergies: { state: 'withheld', why: 'restricted' },
      events: { state: 'withheld', why: 'unstated' },
    }),
  },

  'records-disagree': {
    view: viewOf(SECTIONS, {
      limits: known({
        kind: 'disagree',
        sides: [
          {
            ...rec('2026-06-02', 'GP record', ['Dr P. Adeyemi', 'GP']),
            value: limits({
              cpr: [
                {
                  ...rec('2026-06-02', 'GP record', ['Dr P. Adeyemi', 'GP']),
                  decision: 'do-not-attempt',
                  reviewBy: null,
                  originalAt: 'red folder, office',
                },
              ],
            }),
          },
          {
            ...rec('2026-08-30', 'discharge summary', ['Hollin General', null]),
            value: limits({
              cpr: [
                {
                  ...rec('2026-08-30', 'discharge summary'),
                  decision: 'attempt',
                  reviewBy: null,
                  originalAt: null,
                },
              ],
            }),
          },
        ],
        common: limits({ wishes: SECTIONS.limits.wishes, decisionMakers: SECTIONS.limits.decisionMakers }),
      }),
      allergies: known({
        kind: 'disagree',
        sides: [
          { ...rec('2019-11-04', 'GP record'), value: SECTIONS.allergies.slice(0, 1) },
          { ...rec('2026-08-30', 'discharge summary'), value: [] },
        ],
        common: null,
      }),
    }),
    place: PLACE,
  },
} satisfies Record<string, SummaryState>;

/** All is known, and nothing asks for attention. */
export const ownStates = {
  typical: { view: typical, place: PLACE, since: '2026-11-12' },

  empty: { view: EMPTY },

  'allergies-none': {
    view: viewOf(SECTIONS, {
      allergies: known({
        kind: 'recorded-as-none',
        statements: [
          { ...rec('2026-10-02', 'GP record', ['Tom Birch', 'pharmacist']), text: 'No known allergies' },
        ],
      }),
    }),
  },

  'allergies-none-drug': {
    view: viewOf(SECTIONS, {
      allergies: known({
        kind: 'recorded-as-none',
        statements: [
          {
            ...rec('2026-10-02', 'GP record', ['Tom Birch', 'pharmacist']),
            text: 'No known drug allergies',
            scope: 'drug',
          },
        ],
      }),
    }),
  },

  'allergies-none-incomplete': {
    view: viewOf(SECTIONS, {
      allergies: known(
        {
          kind: 'recorded-as-none',
          statements: [
            { ...rec('2026-10-02', 'GP record', ['Tom Birch', 'pharmacist']), text: 'No known allergies' },
          ],
        },
        { gaps: [{ why: 'failed', what: 'allergies from the hospital' }] },
      ),
    }),
  },

  'allergies-unavailable': {
    view: viewOf(SECTIONS, { allergies: { state: 'failed', error: { code: 'busy' }, at: AT } }),
  },

  deceased: {
    view: viewOf(
      { ...SECTIONS, open: [] },
      {
        ...identity({ death: { state: 'died', on: '2026-11-21' } }),
        open: nothing,
      },
    ),
  },

  'last-days': {
    view: viewOf({
      ...SECTIONS,
      limits: {
        ...SECTIONS.limits,
        lastDays: {
          ...rec('2026-11-19', 'Rowan Court', ['Dr P. Adeyemi', 'GP']),
          text: 'Keep her comfortable at Rowan Court. Anticipatory medicines are in the treatment room.',
        },
      },
    }),
    place: PLACE,
  },

  longest: {
    view: viewOf({
      ...SECTIONS,
      identity: {
        ...SECTIONS.identity,
        name: {
          family: 'Featherstonehaugh-Cholmondeley-Worthington',
          given: ['Wilhelmina', 'Bartholomea'],
          title: 'Professor Dame',
          text: null,
        },
        preferredName: 'Mina, never Billie or Willa, please ask',
        otherNames: [{ family: 'Featherstonehaugh', given: ['Wilhelmina'], title: 'Miss', text: null }],
        otherNumbers: [{ label: 'CHI number (Scotland)', value: '1407410002' }],
      },
      medicines: {
        medicines: Array.from({ length: 24 }, (_, index) => {
          const from = MEDICINES[index % MEDICINES.length] ?? medicine({ generic: 'paracetamol' });
          return {
            ...from,
            ...rec('2026-10-02', 'GP record, Hollin Surgery, repeat template of the north site'),
            form: 'gastro-resistant prolonged-release orodispersible tablet',
            instructions:
              'take one in the morning with food and one at night for two weeks, then one in the morning only, and stop if dizzy',
          };
        }),
        reviewed: null,
      },
      problems: [
        { ...rec('2018'), text: LONG_WORD, status: 'active', severity: null, ended: null },
        ...SECTIONS.problems,
      ],
      alerts: SECTIONS.alerts.map((alert) => ({ ...alert, text: `${alert.text} ${LONG_WORD}` })),
    }),
    place: { ...PLACE, title: `${PLACE.title} ${LONG_WORD}` },
    since: '2026-11-12',
  },

  'partial-dates': {
    view: viewOf(
      {
        ...SECTIONS,
        weight: {
          ...SECTIONS.weight,
          weights: SECTIONS.weight.weights.map((one, index) =>
            index === 1 ? { ...one, on: '2026-10' } : one,
          ),
        },
      },
      identity({ born: '1941', death: { state: 'living' } }),
    ),
    since: '2026-11',
  },

  'incomplete-news2': {
    view: viewOf({
      ...SECTIONS,
      news2: {
        scores: [
          news2('2026-11-21T09:05:00Z', { rr: 25, oxygen: null, temp: null }),
          { ...news2('2026-11-20T09:05:00Z', { rr: 21 }), importedTotal: 3, disagrees: true },
          news2('2026-08-14T10:00:00Z', { rr: 21, spo2: 94 }),
          news2('2026-08-07T10:00:00Z', { spo2: 94 }),
        ],
        usual: null,
        observations: [
          { ...rec('2026-11-21T09:05:00Z', 'Rowan Court'), name: 'Blood glucose', text: '7.2 mmol/L' },
        ],
      },
    }),
  },

  'scale-not-settled': {
    view: viewOf({
      ...SECTIONS,
      news2: {
        ...SECTIONS.news2,
        scores: [
          unsettledNews2('2026-11-21T09:05:00Z', { rr: 21, spo2: 90 }),
          ...SECTIONS.news2.scores.slice(1),
        ],
        target: TARGET_IN_DOUBT,
      },
    }),
    since: '2026-11-12',
  },

  'news2-later-in-doubt': {
    view: viewOf({ ...SECTIONS, news2: { ...SECTIONS.news2, scores: LATER_IN_DOUBT } }),
    since: '2026-11-12',
  },

  'number-ended': { view: viewOf({ ...SECTIONS, people: { ...SECTIONS.people, contacts: [NUMBER_ENDED] } }) },

  gaps: {
    view: viewOf(SECTIONS, {
      medicines: recorded(SECTIONS.medicines, { gaps: [{ why: 'unreadable', what: '2 medicines' }] }),
      events: recorded(SECTIONS.events, { gaps: [{ why: 'more', what: 'events before November 2025' }] }),
      plan: recorded(SECTIONS.plan, {
        gaps: [
          { why: 'failed', what: 'care plans' },
          { why: 'withheld', what: 'goals' },
        ],
      }),
      problems: known({ kind: 'not-recorded' }, { gaps: [{ why: 'loading', what: 'hospital problems' }] }),
    }),
    since: '2026-11-12',
  },

  'not-offered': {
    view: viewOf(SECTIONS, {
      allergies: known({ kind: 'not-recorded' }, { gaps: [{ why: 'not-offered', what: 'lists' }] }),
      medicines: recorded(SECTIONS.medicines, { gaps: [{ why: 'not-offered', what: 'lists' }] }),
      open: { state: 'failed', error: { code: 'not-offered' }, at: '2026-11-21T09:30:00Z' },
    }),
  },

  cautions: {
    view: viewOf({
      ...SECTIONS,
      problems: SECTIONS.problems.map((one, index) =>
        index === 0 ? { ...one, cautions: ['unknown-modifier', 'unconfirmed'] } : one,
      ),
    }),
  },

  'no-nhs-number': {
    view: viewOf(
      SECTIONS,
      identity({
        nhsNumber: { state: 'none', why: 'not yet traced' },
        otherNumbers: [{ label: 'CHI number (Scotland)', value: '1407410002' }],
        stay: {
          home: 'Rowan Court',
          room: '3',
          since: '2026-11-14',
          kind: 'respite',
          away: null,
          returned: null,
          ended: null,
        },
        gpPractice: { name: 'Northfield Medical Centre', usualForThisHome: false },
      }),
    ),
  },

  'learning-disability': {
    view: viewOf(
      {
        ...SECTIONS,
        frailty: {
          cfs: [
            {
              ...rec('2026-05-20', 'GP record', ['Dr P. Adeyemi', 'GP']),
              level: 6,
              group: 'levels-4-to-6',
              version: null,
              warnings: ['not-validated-under-65', 'not-validated-disability'],
            },
          ],
          indices: [],
          statements: [],
        },
        alerts: [
          {
            ...rec('2026-02-03'),
            kind: 'reasonable-adjustment',
            text: 'Easy-read letters; first appointment of the day; his sister comes with him.',
            until: null,
          },
        ],
      },
      identity({
        name: { family: 'O’Rourke', given: ['Declan'], title: 'Mr', text: null },
        preferredName: null,
        born: '1979-03-02',
        gender: 'male',
        nhsNumber: { state: 'verified', value: '9990001375' },
      }),
    ),
  },

  away: {
    view: viewOf(
      SECTIONS,
      identity({
        stay: {
          home: 'Rowan Court',
          room: '12',
          since: '2024-02-19',
          kind: 'permanent',
          away: { where: 'Hollin General, ward 4', since: '2026-11-20' },
          returned: null,
          ended: null,
        },
      }),
    ),
  },

  'identity-disagrees': {
    view: viewOf(SECTIONS, {
      identity: known({
        kind: 'disagree',
        sides: [
          { ...rec('2026-11-01', 'GP record'), value: SECTIONS.identity },
          { ...rec('2026-11-01', 'Rowan Court'), value: { ...SECTIONS.identity, born: '1941-01-14' } },
        ],
        common: null,
      }),
    }),
  },

  mismatch: { view: viewOf(SECTIONS, {}, 'resident-2'), resident: 'resident-1' },
} satisfies Record<string, SummaryState>;

export const states = { ...attentionStates, ...notKnownStates, ...ownStates } satisfies Record<
  string,
  SummaryState
>;

/** The view of a state as an engine would give it to its reader. */
export function toldView({ view, since, place = PLACE }: SummaryState): ResidentView {
  // No engine gives a record like this one, and nothing works a glance out of it.
  if (view === NO_SECTIONS) return view;
  return withGlance(view, { since: since ?? null, now: NOW, place });
}

export type StateName = keyof typeof states;
