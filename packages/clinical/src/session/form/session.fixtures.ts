import { asLastTime } from '../../assessment/groups/as-last-time.ts';
import { notAssessed } from '../../assessment/groups/not-assessed.ts';
import { isInReach } from '../../assessment/offers/in-reach.ts';
import { takeOver, takeOverAll } from '../../assessment/offers/take-over.ts';
import { finishAssessment } from '../../assessment/finish.ts';
import { disputesIn } from '../../assessment/merge/disputes.ts';
import { mergeDrafts } from '../../assessment/merge/merge-drafts.ts';
import { answerItem } from '../../form/answer-item.ts';
import type { Answer, AnswerValue, ItemKey } from '../../form/answer.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Draft } from '../../form/draft.ts';
import { openForm } from '../../form/open.ts';
import { startDraft } from '../../form/start.ts';
import { person, recordedAs, viewWith } from '../../form/suggest/view.fixtures.ts';
import type { AnswerOffer, Offer } from '../../form/offer.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Instant } from '../../time/types.ts';
import type { Stamp } from '../step.ts';
import type { AssessmentRules } from './rules.ts';
import type { Surroundings } from './session.ts';

// Nobody here is a real person. Every word that is said for a resident begins with whose it is: "r1:4".

export const START = Date.parse('2026-11-21T14:00:00Z');
export const NURSE = { name: 'Grace Mensah', role: 'nurse' };
export const CARER = { name: 'Ben Okafor', role: 'senior carer' };

const text = (id: string) => ({ id, type: 'text', text: id }) as const;

/** Two questions, falls in rows, and a total that only an evaluator of the page works out. */
export const WORDS: FormDefinition = {
  id: 'words',
  title: 'Words',
  version: '1',
  items: [
    text('a'),
    text('b'),
    { id: 'fall', type: 'group', text: 'Fall', repeats: true, items: [text('where')] },
    {
      id: 'sum',
      type: 'total',
      text: 'Sum',
      expression: { op: 'foreign', language: 'text/fhirpath', text: 'x()', items: null },
    },
  ],
};

export function instant(seconds: number): Instant {
  return `${new Date(START + seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** Moments and ids that nobody else makes, in their order. */
export function stamps(first = 0): (laterBy?: number) => Stamp {
  let now = first;
  return (laterBy = 1) => ({ at: instant((now += laterBy)), id: `id-${now}` });
}

export function words(value: string): readonly AnswerValue[] {
  return [{ type: 'text', value }];
}

export function said(value: string, seconds = 0): Answer {
  return { state: 'given', values: words(value), at: instant(seconds), by: NURSE, from: { kind: 'entered' } };
}

/** A draft of a resident with these words. */
export function draftWith(
  answers: Readonly<Record<ItemKey, string>>,
  { id = 'draft-1', resident = 'r1', form = WORDS, seconds = 0 } = {},
): Draft {
  const begun = startDraft({ id, resident, form, at: instant(0) });
  return Object.entries(answers).reduce(
    (state, [key, value]) => answerItem(state, key, said(value, seconds), instant(seconds)).state,
    openForm(form, begun),
  ).draft;
}

export function viewOf(resident: string, state: 'living' | 'died' = 'living'): ResidentView {
  const death = state === 'died' ? ({ state: 'died', on: null } as const) : ({ state: 'living' } as const);
  return { ...viewWith({ identity: recordedAs(person({ death })) }), resident };
}

/** What a record offers says whose record it is. */
function offersOf(view: ResidentView | null): readonly Offer[] {
  if (view === null) return [];
  const value = `${view.resident}:record`;
  const fell = `${view.resident}:fell`;
  const answers = [{ item: 'where', values: words(fell) }];
  return [
    offerOf('a', value),
    { ...offerOf('a', fell), kind: 'row', list: 'fall', answers, id: `row ${fell}` },
  ];
}

/** What the record offers to a question in words. */
export function offerOf(item: ItemKey, value: string, more: Partial<AnswerOffer> = {}): AnswerOffer {
  const about = { id: `${item} ${value}`, about: item, text: value, tooOld: null };
  return {
    kind: 'answer',
    item,
    values: words(value),
    ...about,
    recordedOn: null,
    source: 'record',
    from: 'record',
    ...more,
  };
}

export const RULES: AssessmentRules = {
  instruments: [],
  scoringFacts: () => ({}),
  offers: (_, view) => offersOf(view),
  takeOver: (state, offer, pressed) => (isInReach(state, offer) ? takeOver(state, offer, pressed) : null),
  takeOverAll,
  asLastTime,
  notAssessed,
  decide: () => null,
  settle: (state, dispute, which, at) => {
    const one = disputesIn(state.draft)[dispute];
    const answer = one?.kind === 'answer' ? (one.said[which] ?? null) : null;
    return one?.kind === 'answer' && answer !== null ? answerItem(state, one.key, answer, at) : null;
  },
  merge: (form, base, mine, theirs) => {
    try {
      return mergeDrafts(form, base, mine, theirs).draft;
    } catch {
      return null;
    }
  },
  finish: finishAssessment,
};

export const AROUND: Surroundings = {
  view: null,
  place: null,
  author: NURSE,
  readOnly: false,
  evaluator: null,
  rules: RULES,
};

/** Every word in a value that says whose it is: "r1:4". Values never change, so each is looked through once. */
export function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value[0] === 'r' && value[2] === ':' ? [value] : NO_WORDS;
  if (typeof value !== 'object' || value === null) return NO_WORDS;
  const known = found.get(value);
  if (known !== undefined) return known;
  let all: Set<string> | null = null;
  for (const part of partsOf(value)) {
    const some = wordsIn(part);
    if (some.length > 0) all = new Set([...(all ?? []), ...some]);
  }
  const list = all === null ? NO_WORDS : [...all];
  found.set(value, list);
  return list;
}

/** What the engine keeps for itself, and what the page lends, hold nothing of a person. */
function partsOf(value: object): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value.values()];
  return Object.getPrototypeOf(value) === Object.prototype ? Object.values(value) : [];
}

const NO_WORDS: readonly string[] = [];
const found = new WeakMap<object, readonly string[]>();

/** The same value, in which nothing can be changed any more, at any depth. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map)
    for (const way of ['set', 'delete', 'clear']) Object.defineProperty(value, way, { value: refuse });
  Object.freeze(value);
  if (value instanceof Map) for (const part of value.values()) frozen(part);
  else for (const name in value) if (name !== 'notes') frozen(Reflect.get(value, name));
  return value;
}

function refuse(): never {
  throw new TypeError('A value was changed in place.');
}
