import type { PlaceConfiguration, ResidentSections, ResidentView } from '@ehch/clinical';
import { PLACE, SECTIONS, known, medicine, news2, rec, viewOf } from './typical-resident.fixtures.ts';

// States of what asks for attention: the glance, and what stands beside a fact. All people are invented.

/** A named state of the summary, as data: for tests, docs and screenshots. */
export interface SummaryState {
  readonly view: ResidentView;
  /** The resident that is asked for, when it is not the view's. */
  readonly resident?: string;
  readonly since?: string;
  readonly place?: PlaceConfiguration;
}

const HOME = 'Rowan Court';
const NURSE: [string, string] = ['Grace Mensah', 'registered nurse'];
const [worry] = SECTIONS.open;
const [plan] = SECTIONS.plan.plans;
const [dementia, ...otherProblems] = SECTIONS.problems;
const [cpr] = SECTIONS.limits.cpr;
if (!worry || !plan || !dementia || !cpr) throw new Error('The typical resident has changed.');

const { sameName: _sameName, ...withoutSameName } = SECTIONS.identity;

const overduePlan = {
  ...plan,
  reviewBy: '2026-12-02',
  actions: [{ text: 'Weigh every week and fortify food', owner: 'Grace Mensah', due: '2026-11-18' }],
};

function sections(part: Partial<ResidentSections>): ResidentSections {
  return { ...SECTIONS, ...part };
}

const swallowing = {
  ...rec('2026-09-03', HOME, ['Folake Adeyemi', 'speech and language therapist']),
  drinksLevel: 2,
  foodLevel: 5,
  text: null,
};

export const attentionStates = {
  'much-at-once': {
    view: viewOf(
      sections({
        open: [
          worry,
          { ...worry, ...rec('2026-11-20T21:40:00Z', HOME, NURSE), text: 'Her left leg is hot and swollen.' },
          {
            ...worry,
            ...rec('2026-11-19', 'GP record'),
            kind: 'message',
            urgency: 'routine',
            text: 'Please send the new ReSPECT form.',
            progress: { state: 'sent' },
          },
        ],
        news2: {
          ...SECTIONS.news2,
          scores: [news2('2026-11-21T09:05:00Z', { rr: 25, spo2: 91, pulse: 112 }), ...SECTIONS.news2.scores],
        },
        weight: {
          ...SECTIONS.weight,
          weights: [{ ...rec('2026-11-19', HOME), value: 45, unit: 'kg' }, ...SECTIONS.weight.weights],
        },
        plan: { ...SECTIONS.plan, plans: [overduePlan] },
      }),
    ),
    since: '2026-11-12',
    place: PLACE,
  },

  'nothing-new': {
    view: viewOf(
      sections({
        open: [],
        news2: { ...SECTIONS.news2, scores: SECTIONS.news2.scores.slice(1) },
        medicines: {
          ...SECTIONS.medicines,
          medicines: SECTIONS.medicines.medicines.map((one) => ({ ...one, started: one.started ?? '2024' })),
        },
      }),
      { open: known({ kind: 'not-recorded' }) },
    ),
    since: '2026-11-20',
    place: PLACE,
  },

  overdue: {
    view: viewOf(sections({ open: [], plan: { ...SECTIONS.plan, plans: [overduePlan] } })),
    since: '2026-11-20',
    place: PLACE,
  },

  'another-language': {
    view: viewOf(
      sections({
        aboutMe: {
          ...SECTIONS.aboutMe,
          languages: [{ name: 'Hungarian', preferred: true }],
          interpreter: true,
        },
      }),
    ),
    since: '2026-11-20',
  },

  'died-with-a-plan': {
    view: viewOf(
      sections({
        identity: { ...withoutSameName, death: { state: 'died', on: '2026-11-19' } },
        open: [],
        plan: { ...SECTIONS.plan, plans: [overduePlan] },
      }),
    ),
    since: '2026-11-12',
  },

  'difficulty-swallowing': {
    view: viewOf(
      sections({
        problems: [{ ...dementia, text: 'Swallowing difficulty' }, ...otherProblems],
        medicines: {
          ...SECTIONS.medicines,
          medicines: [
            ...SECTIONS.medicines.medicines,
            medicine({ generic: 'Nutilis Clear', form: 'powder', highRisk: ['thickener'] }),
          ],
        },
      }),
    ),
    since: '2026-11-12',
  },

  swallowing: {
    view: viewOf(sections({ function: { ...SECTIONS.function, swallowing: [swallowing] } })),
    since: '2026-11-12',
  },

  thickener: {
    view: viewOf(
      sections({
        medicines: {
          ...SECTIONS.medicines,
          medicines: [
            ...SECTIONS.medicines.medicines,
            medicine({ generic: 'Nutilis Clear', form: 'powder', highRisk: ['thickener'] }),
          ],
        },
      }),
    ),
  },

  'notes-and-more': {
    view: viewOf(
      sections({
        problems: [
          {
            ...dementia,
            notes: [
              {
                text: 'Worse since August.\nMemory clinic on 3 December.',
                on: '2026-11-14',
                by: 'Dr P. Adeyemi',
              },
            ],
            more: [
              { name: 'body site', text: 'left hemisphere' },
              { name: 'stage', text: null },
            ],
          },
          ...otherProblems,
        ],
      }),
    ),
  },

  'future-dated': {
    view: viewOf(
      sections({
        weight: {
          ...SECTIONS.weight,
          weights: [
            { ...rec('2027-11-19', HOME), value: 84.2, unit: 'kg', cautions: ['future-dated'] },
            ...SECTIONS.weight.weights,
          ],
        },
        problems: [
          {
            ...dementia,
            ...rec('2027-01-04', 'GP record'),
            text: 'Recurrent falls',
            cautions: ['future-dated'],
          },
          ...SECTIONS.problems,
        ],
      }),
    ),
    since: '2026-11-12',
  },

  'form-of-another-day': {
    view: viewOf(
      sections({
        limits: {
          ...SECTIONS.limits,
          cpr: [{ ...cpr, ...rec('2024-01-08', 'GP record'), originalAt: null }],
        },
      }),
    ),
  },

  'same-name-without-more': {
    view: viewOf(sections({ identity: withoutSameName })),
  },

  'withheld-everything': {
    view: everyOtherWithheld(),
  },
} satisfies Record<string, SummaryState>;

/** All but who she is, as for somebody who objects to sharing. */
function everyOtherWithheld(): ResidentView {
  const view = viewOf(SECTIONS);
  const withheld = Object.fromEntries(
    Object.keys(view.sections)
      .filter((name) => name !== 'identity')
      .map((name) => [name, { state: 'withheld', why: 'consent' }]),
  ) as Partial<ResidentView['sections']>;
  return { ...view, sections: { ...view.sections, ...withheld } };
}
