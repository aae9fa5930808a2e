import { finishAssessment, templateOf } from '@ehch/clinical/assessment';
import { openForm } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import type {
  Author,
  CareActions,
  KeptDraft,
  PlaceConfiguration,
  Receipt,
  ResidentView,
} from '@ehch/clinical';
import type { FinishedAssessment } from '@ehch/clinical/assessment';
import type { Draft, FormDefinition } from '@ehch/clinical/form';
import { NOW, PLACE, states as summaryStates } from '../resident-summary/resident-summary.fixtures.ts';
import {
  NO_SECTIONS,
  SECTIONS,
  TARGET_IN_DOUBT,
  viewOf,
} from '../resident-summary/typical-resident.fixtures.ts';
import { NURSE, disputedDraft, draftOf, formNamed } from './drafts.fixtures.ts';
import type { ScorerPress } from './scorer-press.ts';
import { IMPORTED, UNKNOWN_INSTRUMENT } from './imported-form.fixtures.ts';

export { NURSE, draftOf, formNamed } from './drafts.fixtures.ts';
export { NOW } from '../resident-summary/resident-summary.fixtures.ts';

/** Where the drafts of a state go to. */
export type ActionsKind = 'none' | 'memory' | 'device' | 'seen' | 'draft-lost' | 'not-kept' | 'refusing';

/** A named state of the scorer, as data: for tests, docs and screenshots. */
export interface ScorerState {
  readonly view?: ResidentView;
  /** The resident that is asked for, when it is not the view's. */
  readonly resident?: string;
  readonly assessment?: string;
  readonly form?: FormDefinition;
  readonly draft?: Draft;
  readonly previous?: FinishedAssessment;
  readonly author?: Author;
  readonly readOnly?: boolean;
  readonly layout?: 'sections' | 'page';
  readonly place?: PlaceConfiguration;
  readonly actions?: ActionsKind;
  /** What a person presses once it is drawn, in order: a selector, or what the press does. */
  readonly press?: readonly (
    string | ({ readonly kind: ScorerPress['kind'] } & Readonly<Record<string, unknown>>)
  )[];
}

const HELD: Receipt = { state: 'held-in-memory' };
const RECEIPTS: Readonly<Record<Exclude<ActionsKind, 'none'>, Receipt>> = {
  memory: HELD,
  device: { state: 'saved-on-device', at: NOW },
  seen: { state: 'seen', at: NOW, by: 'Dr P. Adeyemi' },
  'draft-lost': HELD,
  'not-kept': HELD,
  refusing: { state: 'refused', at: NOW, why: 'Rowan Court takes no entries until Monday' },
};

/** Actions that behave as a place for drafts would, without one. */
export function actionsOf(kind: Exclude<ActionsKind, 'none'>): CareActions {
  const drafts = new Map<string, KeptDraft>();
  let saved = 0;
  return {
    enqueue: ({ what }) => {
      if (what.kind === 'finish-assessment' && kind !== 'refusing') {
        const { resident, form } = what.assessment.draft;
        drafts.delete(`${resident} ${form.id}`);
      }
      return Promise.resolve(RECEIPTS[kind]);
    },
    watchReceipt: () => undefined,
    saveDraft: (draft) => {
      if (kind === 'not-kept') return Promise.reject(namedError('unreachable'));
      saved += 1;
      const revision = String(saved);
      drafts.set(`${draft.resident} ${draft.form.id}`, { draft, revision });
      return Promise.resolve(
        kind === 'device' ? { where: 'device', at: NOW, revision } : { where: 'memory', revision },
      );
    },
    loadDraft: (resident, assessment) =>
      kind === 'draft-lost'
        ? Promise.reject(namedError('timeout'))
        : Promise.resolve(drafts.get(`${resident} ${assessment}`) ?? null),
    listDrafts: (resident) =>
      kind === 'draft-lost'
        ? Promise.reject(namedError('timeout'))
        : Promise.resolve([...drafts.values()].filter(({ draft }) => draft.resident === resident)),
  };
}

function namedError(code: string): Error {
  return Object.assign(new Error('Not reached.'), { name: 'EhchError', code });
}

const { view } = summaryStates.typical;

function inDraft(assessment: string, answers: Parameters<typeof draftOf>[1]): ScorerState {
  return { view, assessment, draft: draftOf(formNamed(assessment), answers), author: NURSE };
}

const WELL = {
  'news2/rr': 16,
  'news2/spo2': 97,
  'news2/scale': '1',
  'news2/oxygen': false,
  'news2/sbp': 124,
  'news2/pulse': 78,
  'news2/acvpu': 'A',
  'news2/temp': 36.6,
} as const;

const { 'news2/scale': _scale, ...WITHOUT_SCALE } = { ...WELL, 'news2/rr': 21, 'news2/spo2': 90 };

const CGA_ANSWERS = {
  'bmi/kg': { type: 'number', value: 48.2, unit: 'kg' },
  'weight-3m': { type: 'number', value: 52.4, unit: 'kg' },
  swallow: 'difficult',
  pain: 'yes',
  'pain-control': 'poor',
  urine: 'sometimes',
  bowels: { state: 'not-known', reason: null, at: NOW, by: NURSE },
  vision: 'reduced',
  hearing: 'reduced',
  'hearing-aid': 'broken',
  transfers: 'one',
  'cfs/level': 7,
  stratum: 'watch',
} as const;

/** The same resident's assessment of the spring, finished. */
function lastAssessment(): FinishedAssessment {
  const form = formNamed('cga');
  const draft = draftOf(form, { ...CGA_ANSWERS, transfers: 'alone', 'cfs/level': 6, vision: 'good' });
  const seen = { ...draft, id: 'draft-last', assessedAt: '2026-03-03T10:00:00Z' };
  const state = openForm(form, earlier(seen), { instruments });
  return finishAssessment(state, { at: '2026-03-03T10:40:00Z', by: NURSE, template: templateOf('cga') });
}

function earlier(draft: Draft): Draft {
  const at = '2026-03-03T10:20:00Z';
  const answers = Object.entries(draft.answers).map(([key, given]) => [key, { ...given, at }] as const);
  return { ...draft, answers: Object.fromEntries(answers) };
}

const cgaPartly: ScorerState = {
  ...inDraft('cga', CGA_ANSWERS),
  actions: 'device',
  previous: lastAssessment(),
};

const young: ResidentView = (() => {
  const { identity } = view.sections;
  if (identity.state !== 'known' || identity.content.kind !== 'recorded')
    throw new Error('The fixture changed.');
  const value = { ...identity.content.value, born: '1969-03-02' };
  return {
    ...view,
    sections: { ...view.sections, identity: { ...identity, content: { kind: 'recorded', value } } },
  };
})();

/** The place has said whose permission it has for the scale. */
const PERMITTED: PlaceConfiguration = {
  ...PLACE,
  instruments: { cfs: { permissionRef: 'invented for this example' } },
};

/** Keeps the names exact. */
function named<Name extends string>(all: Readonly<Record<Name, ScorerState>>): typeof all {
  return all;
}

export const states = named({
  chooser: { view },
  'chooser-of-place': { view, place: { ...PLACE, templates: ['cfs', 'news2', 'cga'] } },
  'chooser-unfinished': {
    view,
    author: NURSE,
    actions: 'memory',
    press: [
      { kind: 'choose-form', form: '4at' },
      '[data-key="4at/amt4"] input',
      { kind: 'choose-form', form: null },
    ],
  },
  'chooser-not-listed': { view, author: NURSE, actions: 'draft-lost' },
  'news2-empty': { view, assessment: 'news2', author: NURSE, actions: 'memory' },
  'news2-incomplete': inDraft('news2', { 'news2/rr': 22, 'news2/spo2': 93, 'news2/oxygen': true }),
  'news2-complete': { ...inDraft('news2', WELL), actions: 'device' },
  'news2-scale-not-settled': {
    ...inDraft('news2', WITHOUT_SCALE),
    view: viewOf({ ...SECTIONS, news2: { ...SECTIONS.news2, target: TARGET_IN_DOUBT } }),
    actions: 'device',
  },
  'no-sections': { view: NO_SECTIONS, assessment: 'news2', author: NURSE, actions: 'memory' },
  'news2-single-3': inDraft('news2', { ...WELL, 'news2/acvpu': 'C' }),
  'news2-why': {
    ...inDraft('news2', {
      ...WELL,
      'news2/acvpu': 'C',
      'news2/temp': { state: 'refused', reason: 'asleep', at: NOW, by: NURSE },
    }),
    press: ['[data-press=explain]'],
  },
  '4at': inDraft('4at', {
    '4at/alertness': 'normal',
    '4at/amt4': '1',
    '4at/months': 'starts-under-7',
    '4at/acute': 'yes',
  }),
  'cfs-warning': {
    ...inDraft('cfs', { 'cfs/level': 6, 'cfs/acutelyUnwell': true, 'cfs/disability': true }),
    view: young,
  },
  cga: { view, assessment: 'cga', author: NURSE, actions: 'device' },
  'cga-from-record': {
    view,
    assessment: 'cga',
    author: NURSE,
    actions: 'device',
    press: [{ kind: 'show-section', key: 'physical' }],
  },
  'cga-partly': { ...cgaPartly, press: [{ kind: 'show-section', key: 'physical' }] },
  'cga-plan': {
    ...cgaPartly,
    press: [
      { kind: 'show-section', key: 'plan' },
      { kind: 'decide-problem', how: 'accept' },
      { kind: 'word-problem', how: 'dismiss' },
    ],
  },
  'cga-page': { ...cgaPartly, layout: 'page' },
  'cga-only-changes': { ...cgaPartly, press: ['[data-press=show-only-changed]'] },
  'cga-disputed': {
    view,
    assessment: 'cga',
    author: NURSE,
    draft: disputedDraft,
    press: [{ kind: 'show-section', key: 'physical' }, '[data-press=finish]'],
  },
  'cga-cfs-hint': {
    ...inDraft('cga', { dementia: 'yes', 'dementia-degree': 'severe' }),
    place: PERMITTED,
    press: [{ kind: 'show-section', key: 'function' }],
  },
  'nobody-named': {
    view,
    assessment: '4at',
    actions: 'memory',
    draft: draftOf(formNamed('4at'), { '4at/alertness': 'normal' }),
    press: ['[data-press=finish]'],
  },
  'unknown-instrument': { view, form: UNKNOWN_INSTRUMENT, author: NURSE },
  imported: {
    view,
    form: IMPORTED,
    author: NURSE,
    draft: draftOf(IMPORTED, { appetite: 'less' }),
    press: ['[data-press=finish]'],
  },
  'read-only': {
    ...inDraft('news2', {
      ...WELL,
      'news2/temp': { state: 'refused', reason: 'asleep', at: NOW, by: NURSE },
    }),
    readOnly: true,
  },
  'not-sent': { ...inDraft('news2', WELL), actions: 'memory', press: ['[data-press=finish]'] },
  'news2-after': {
    ...inDraft('news2', { ...WELL, 'news2/rr': 26, 'news2/temp': 39.2, 'news2/acvpu': 'C' }),
    actions: 'device',
    place: PLACE,
    press: ['[data-press=finish]'],
  },
  // Somebody has seen it: it can be marked, and not taken back any more.
  'news2-marking': {
    ...inDraft('news2', WELL),
    actions: 'seen',
    press: ['[data-press=finish]', { kind: 'type-reason', reason: '' }],
  },
  'not-finished': { ...inDraft('news2', WELL), actions: 'refusing', press: ['[data-press=finish]'] },
  'not-kept': { view, assessment: '4at', author: NURSE, actions: 'not-kept', press: ['input[type=radio]'] },
  'load-failed': { view, assessment: 'news2', actions: 'draft-lost' },
  'draft-of-another': { view, assessment: 'news2', draft: draftOf(formNamed('news2'), WELL, 'resident-2') },
  'set-aside': {
    view,
    assessment: '4at',
    draft: {
      ...draftOf(formNamed('4at'), { '4at/alertness': 'normal', gone: 'yes' }),
      form: { id: '4at', version: '1.0' },
    },
  },
  'copied-by-hand': { ...inDraft('4at', { '4at/alertness': 'abnormal' }), press: ['[data-press=copy]'] },
  'long-name': { view: summaryStates.longest.view, assessment: '4at', author: NURSE },
  'no-record': { resident: 'resident-1', assessment: 'news2', author: NURSE },
  'name-unknown': { view: summaryStates['failed-everything'].view, assessment: '4at' },
  'last-days': { view: summaryStates['last-days'].view, assessment: 'news2' },
  'last-days-chooser': { view: summaryStates['last-days'].view },
  died: {
    view: summaryStates.deceased.view,
    assessment: 'news2',
    draft: draftOf(formNamed('news2'), WELL, summaryStates.deceased.view.resident),
  },
  mismatch: { ...summaryStates.mismatch, assessment: 'news2' },
  nobody: { assessment: 'news2' },
  'unknown-assessment': { view, assessment: 'qrisk' },
});
