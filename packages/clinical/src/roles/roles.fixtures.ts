import { fact, known, medicine, NOW, recordedAs, viewWith } from '../form/suggest/view.fixtures.ts';
import { withGlance } from '../glance/with-glance.ts';
import { NO_LIMITS } from '../resident/limits.fixtures.ts';
import type { OpenMatter } from '../resident/open-matter.ts';
import { SECTION_ORDER, type ResidentSections, type SectionName } from '../resident/sections.ts';
import type { ResidentView } from '../resident/view.ts';
import type { Gap, Known, Section } from '../section.ts';
import { CARER, GP, MARY, Presses } from '../thread/thread.fixtures.ts';
import { threadsOf } from '../thread/threads-of.ts';

// Nobody here is a real person. Every text of a section names it: whatever leaks says from where.

/** A text that may be seen by nobody who does not see the section, and one of the part that some see. */
export const canary = (name: SectionName) => `canary ${name} rest`;
export const inPart = (name: SectionName) => `canary ${name} part`;

const GAPS = (name: SectionName): readonly Gap[] => [{ why: 'unreadable', what: `7 of ${canary(name)}` }];

/** A section with a text wherever a section holds one: in the value, in a statement of "none", and in a gap. */
function full<N extends SectionName>(name: N, value: ResidentSections[N]): Known<ResidentSections[N]> {
  const nones = [{ ...fact('2026-11-20'), text: canary(name), scope: 'part' as const }];
  return known({ kind: 'recorded', value, nones }, { gaps: GAPS(name) });
}

const of = (name: SectionName, text = canary(name)) => ({ ...fact('2026-11-20'), text });

export const OTHERS = new Presses('others', MARY);
OTHERS.raise(CARER, { words: canary('open') });
OTHERS.answer(GP, { words: canary('open') });

export const MINE = new Presses('mine', MARY);
MINE.raise({ ...CARER, name: 'Kim Cook', role: 'cook' }, { words: inPart('open') });
MINE.press(GP, { kind: 'see' });
MINE.press(GP, { kind: 'ask', words: canary('open') });

function matters(): readonly OpenMatter[] {
  return threadsOf([...OTHERS.entries, ...MINE.entries]).map((thread) => ({
    ...fact(thread.raised.at),
    id: thread.id,
    kind: 'worry',
    text: thread.raised.words,
    urgency: 'urgent',
    owner: thread.id === 'others' ? canary('open') : null,
    due: null,
    progress: { state: 'seen', by: 'Dr Asha Rao', at: NOW },
    thread,
    ...(thread.id === 'others' && { notes: [{ text: canary('open'), on: null, by: null }] }),
  }));
}

const news2Text = canary('news2');

/** A record in which every section holds something, as a source may send it. */
export const SECTIONS: { readonly [N in SectionName]: Section<ResidentSections[N]> } = {
  identity: recordedAs({
    name: { family: 'Thwaite', given: ['Mary'], title: null, text: null },
    preferredName: canary('identity'),
    otherNames: [],
    born: '1938-03-04',
    gender: 'female',
    nhsNumber: { state: 'verified', value: '9990000018' },
    otherNumbers: [],
    death: { state: 'living' },
    stay: null,
    gpPractice: null,
    cautions: [],
  }),
  limits: full('limits', { ...NO_LIMITS, wishes: [of('limits')] }),
  allergies: full('allergies', []),
  open: full('open', matters()),
  alerts: full('alerts', [
    { ...of('alerts', inPart('alerts')), kind: 'infection', until: null },
    { ...of('alerts'), kind: 'safeguarding', until: null },
  ]),
  aboutMe: full('aboutMe', {
    entries: [{ ...of('aboutMe'), heading: 'what-matters' }],
    languages: [],
    interpreter: null,
  }),
  frailty: full('frailty', { cfs: [], indices: [], statements: [of('frailty')] }),
  news2: full('news2', {
    scores: [],
    usual: null,
    observations: [{ ...fact('2026-11-20'), name: 'Pulse', text: news2Text }],
  }),
  weight: full('weight', {
    weights: [{ ...fact('2026-11-20'), value: 51, unit: canary('weight') }],
    height: null,
    bmi: null,
  }),
  function: full('function', {
    scores: [{ ...fact('2026-11-20'), instrument: 'barthel', version: '0-20', total: 7 }],
    statements: [of('function')],
    swallowing: [{ ...of('function', inPart('function')), drinksLevel: 2, foodLevel: 5 }],
  }),
  scores: full('scores', [
    { ...fact('2026-11-20'), instrument: 'gds4', title: canary('scores'), said: {} as never },
  ]),
  medicines: full('medicines', {
    medicines: [
      { ...medicine('regular'), ...fact('2026-11-20'), generic: canary('medicines') },
      {
        ...medicine('regular'),
        ...fact('2026-11-20'),
        generic: inPart('medicines'),
        highRisk: ['thickener'],
      },
    ],
    reviewed: of('medicines'),
  }),
  problems: full('problems', [
    { ...of('problems'), status: 'active', severity: null, ended: null },
    { ...of('problems', `dysphagia ${inPart('problems')}`), status: 'active', severity: null, ended: null },
  ]),
  events: full('events', [
    { ...of('events', inPart('events')), kind: 'fall', until: null, notDone: null },
    { ...of('events'), kind: 'document', until: null, notDone: null },
  ]),
  people: full('people', { contacts: [], team: [] }),
  plan: full('plan', {
    plans: [{ ...fact('2026-11-20'), title: canary('plan'), status: 'active', reviewBy: null, actions: [] }],
    goals: [],
    clock: null,
  }),
};

/** The sections of which some see a part, with nothing beside it. */
export const PART_ALONE: Partial<typeof SECTIONS> = {
  open: full(
    'open',
    matters().filter(({ id }) => id === 'mine'),
  ),
  alerts: full('alerts', [{ ...of('alerts', inPart('alerts')), kind: 'infection', until: null }]),
  function: full('function', {
    scores: [],
    statements: [],
    swallowing: [{ ...of('function', inPart('function')), drinksLevel: 2, foodLevel: 5 }],
  }),
  medicines: full('medicines', {
    medicines: [
      {
        ...medicine('regular'),
        ...fact('2026-11-20'),
        generic: inPart('medicines'),
        highRisk: ['thickener'],
      },
    ],
    reviewed: null,
  }),
  problems: full('problems', [
    { ...of('problems', `dysphagia ${inPart('problems')}`), status: 'active', severity: null, ended: null },
  ]),
  events: full('events', [{ ...of('events', inPart('events')), kind: 'fall', until: null, notDone: null }]),
};

/** The record as an engine tells it, with what else a view carries. */
export function recordOf(changed: Partial<ResidentView['sections']> = {}): ResidentView {
  const sections = { ...SECTIONS, ...changed };
  const view: ResidentView = {
    ...viewWith(sections),
    ended: threadsOf(OTHERS.entries),
    scoreNotices: [
      { instrument: 'gds4', title: canary('scores'), words: [canary('scores')] },
      { instrument: 'cfs', title: canary('frailty'), words: [] },
      { instrument: 'news2', title: canary('news2'), words: [] },
    ],
  };
  return withGlance(view, { since: '2026-11-01', now: NOW });
}

/** Other states of one section, each of which says something else of what is there. */
export const OTHER_STATES: readonly Section<never>[] = [
  { state: 'loading' },
  { state: 'withheld', why: 'consent' },
  { state: 'failed', error: { code: 'timeout' }, at: NOW },
  known<never>({ kind: 'not-recorded' }),
  known<never>({ kind: 'recorded-as-none', statements: [{ ...fact('2026-11-20'), text: 'None' }] }),
];

export { NOW, SECTION_ORDER };
