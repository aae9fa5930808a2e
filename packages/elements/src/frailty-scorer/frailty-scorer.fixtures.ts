import { formOfInstrument, instruments, scoringFacts, startDraft, templateOf } from '@ehch/clinical';
import type {
  Answer,
  AnswerValue,
  Author,
  CareActions,
  Draft,
  FinishedAssessment,
  FormDefinition,
  PlaceConfiguration,
  ResidentView,
} from '@ehch/clinical';
import { finishAssessment, openForm } from '@ehch/clinical';
import { NOW, states as summaryStates } from '../resident-summary/resident-summary.fixtures.ts';
import { IMPORTED } from './imported-form.fixtures.ts';

export { NOW } from '../resident-summary/resident-summary.fixtures.ts';

/** Where the drafts of a state go to. */
export type ActionsKind = 'none' | 'memory' | 'device' | 'draft-lost' | 'not-kept';

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
  /** What a person presses once it is drawn: selectors, in order. */
  readonly press?: readonly string[];
}

export const NURSE: Author = { name: 'Grace Mensah', role: 'registered nurse' };

/** What a form of one resident holds. Strings are options, but for questions that ask for words. */
export function draftOf(
  form: FormDefinition,
  answers: Readonly<Record<string, string | number | boolean | AnswerValue | Answer>>,
  resident = 'resident-1',
): Draft {
  const start = startDraft({ id: `draft-${form.id}`, resident, form, at: NOW });
  return {
    ...start,
    answers: {
      ...start.answers,
      ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, answer(value)])),
    },
  };
}

function answer(value: string | number | boolean | AnswerValue | Answer): Answer {
  if (typeof value === 'object' && 'state' in value) return value;
  return { state: 'given', values: [valueOf(value)], at: NOW, by: NURSE, from: { kind: 'entered' } };
}

function valueOf(value: string | number | boolean | AnswerValue): AnswerValue {
  if (typeof value === 'object') return value;
  if (typeof value === 'number') return { type: 'number', value };
  return typeof value === 'boolean' ? { type: 'boolean', value } : { type: 'option', value };
}

export function formNamed(id: string): FormDefinition {
  const instrument = instruments.find((one) => one.id === id);
  const form = instrument === undefined ? templateOf(id) : formOfInstrument(instrument);
  if (form === null) throw new Error(`No form of this name: ${id}`);
  return form;
}

/** Actions that behave as a place for drafts would, without one. */
export function actionsOf(kind: Exclude<ActionsKind, 'none'>): CareActions {
  const drafts = new Map<string, Draft>();
  return {
    enqueue: () =>
      Promise.resolve(
        kind === 'device' ? { state: 'saved-on-device', at: NOW } : { state: 'held-in-memory' },
      ),
    watchReceipt: () => undefined,
    saveDraft: (draft) => {
      if (kind === 'not-kept') return Promise.reject(namedError('unreachable'));
      drafts.set(`${draft.resident} ${draft.form.id}`, draft);
      return Promise.resolve(kind === 'device' ? { where: 'device', at: NOW } : { where: 'memory' });
    },
    loadDraft: (resident, assessment) =>
      kind === 'draft-lost'
        ? Promise.reject(namedError('timeout'))
        : Promise.resolve(drafts.get(`${resident} ${assessment}`) ?? null),
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

const CGA = formNamed('cga');

function finished(form: FormDefinition, draft: Draft): FinishedAssessment {
  const seen = { ...draft, assessedAt: '2026-03-03T10:00:00Z' };
  const state = openForm(form, seen, {
    instruments,
    scoring: { facts: scoringFacts(view, NOW), settings: {} },
  });
  return finishAssessment(state, { at: '2026-03-03T10:40:00Z', by: NURSE, template: templateOf(form.id) });
}

export const states: Readonly<Record<string, ScorerState>> = {
  chooser: { view },
  'news2-empty': { view, assessment: 'news2', author: NURSE, actions: 'memory' },
  'news2-incomplete': inDraft('news2', { 'news2/rr': 22, 'news2/spo2': 93, 'news2/oxygen': true }),
  'news2-complete': { ...inDraft('news2', WELL), actions: 'device' },
  'news2-single-3': inDraft('news2', { ...WELL, 'news2/acvpu': 'C' }),
  '4at': inDraft('4at', {
    '4at/alertness': 'normal',
    '4at/amt4': '1',
    '4at/months': 'starts-under-7',
    '4at/acute': 'yes',
  }),
  'cfs-warning': {
    ...inDraft('cfs', { 'cfs/level': 6 }),
  },
  imported: {
    view,
    form: IMPORTED,
    author: NURSE,
    draft: draftOf(IMPORTED, { sleep: 'poor', appetite: 'less' }),
  },
  'read-only': {
    ...inDraft('news2', {
      ...WELL,
      'news2/temp': { state: 'refused', reason: 'asleep', at: NOW, by: NURSE },
    }),
    readOnly: true,
  },
  finished: { ...inDraft('news2', WELL), actions: 'memory', press: ['[data-press=finish]'] },
  'not-kept': { view, assessment: '4at', author: NURSE, actions: 'not-kept', press: ['input[type=radio]'] },
  'load-failed': { view, assessment: 'news2', actions: 'draft-lost' },
  'long-name': { view: summaryStates.longest.view, assessment: '4at', author: NURSE },
  'no-name': { resident: 'resident-1', assessment: 'news2', author: NURSE },
  'last-days': { view: summaryStates['last-days'].view, assessment: 'news2' },
  'last-days-chooser': { view: summaryStates['last-days'].view },
  died: { view: summaryStates.deceased.view, assessment: 'news2' },
  mismatch: { ...summaryStates.mismatch, assessment: 'news2' },
  'unknown-assessment': { view, assessment: 'qrisk' },
  cga: { view, assessment: 'cga', author: NURSE, actions: 'device' },
};

export { CGA, finished };
