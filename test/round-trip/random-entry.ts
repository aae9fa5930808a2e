import { itemKey } from '../../packages/clinical/src/form/key.ts';
import {
  finishAssessment,
  templateOf,
  type AssessmentTemplate,
  type FinishedAssessment,
} from '../../packages/clinical/src/assessment/index.ts';
import {
  answerItem,
  openForm,
  startDraft,
  type Answer,
  type AnswerValue,
  type FormDefinition,
  type FormItem,
  type FormQuestion,
  type FormState,
} from '../../packages/clinical/src/form/index.ts';
import { instruments } from '../../packages/clinical/src/instruments/index.ts';

export const ASSESSED_AT = '2026-11-20T09:15:00+00:00';
export const FINISHED_AT = '2026-11-20T09:45:00+00:00';
export const SIGNER = { name: 'S. Okafor', role: 'nurse' } as const;

/** Numbers from 0 up to 1 by mulberry32. They follow from a seed alone, so that a failure can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Entry {
  readonly state: FormState;
  readonly finished: FinishedAssessment;
}

/** A form, filled in at random and signed. It answers most questions, because an incomplete score never leaves. */
export function randomEntry(form: FormDefinition, resident: string, random: () => number): Entry {
  const start = startDraft({ id: `draft-${resident}`, resident, form, at: ASSESSED_AT });
  const draft = { ...start, rows: readingRows(form) };
  let state = openForm(form, draft, { instruments, scoring: { facts: { ageYears: 85 }, settings: {} } });
  const template = templateOf(form.id, form.version);
  const answer = (key: string, value: AnswerValue) => {
    ({ state } = answerItem(state, key, given(value)));
  };
  // Answers the questions that show others first.
  for (const { key, question } of questionsIn(form.items, []))
    if (random() < 0.97) answer(key, SHAPED[key]?.(random) ?? valueFor(question, random));
  return { state, finished: finished(state, template) };
}

function finished(state: FormState, template: AssessmentTemplate | null): FinishedAssessment {
  return finishAssessment(state, { at: FINISHED_AT, by: SIGNER, template });
}

function given(value: AnswerValue): Answer {
  return { state: 'given', values: [value], at: ASSESSED_AT, by: SIGNER, from: { kind: 'entered' } };
}

/** Answers that have to fit each other, as a person's would. */
const SHAPED: Readonly<Record<string, (random: () => number) => AnswerValue>> = {
  'orthostatic-bp/lyingSbp': (random) => number(whole(random, 110, 200)),
  'orthostatic-bp/lyingDbp': (random) => number(whole(random, 60, 95)),
  'orthostatic-bp/minute[1]': () => number(1),
  'orthostatic-bp/minute[2]': () => number(3),
  'orthostatic-bp/sbp[1]': (random) => number(whole(random, 80, 200)),
  'orthostatic-bp/sbp[2]': (random) => number(whole(random, 80, 200)),
  'orthostatic-bp/dbp[1]': (random) => number(whole(random, 40, 79)),
  'orthostatic-bp/dbp[2]': (random) => number(whole(random, 40, 79)),
  'frailty-index/total': () => number(40),
  'frailty-index/considered': (random) => number(whole(random, 32, 40)),
  'frailty-index/present': (random) => number(whole(random, 0, 60) / 2),
  'efi2/name': () => ({ type: 'option', value: 'eFI2' }),
  'cockcroft-gault/sex': (random) => ({ type: 'option', value: random() < 0.5 ? 'male' : 'female' }),
  'cockcroft-gault/acuteChange': () => ({ type: 'boolean', value: false }),
  'cockcroft-gault/dialysis': () => ({ type: 'boolean', value: false }),
  'cockcroft-gault/ageYears': (random) => number(whole(random, 65, 101)),
  // Nobody has two degrees of one disease. Such an answer would never give a complete score.
  'charlson/tumour-spread': () => ({ type: 'option', value: 'no' }),
  'charlson/diabetes-damage': () => ({ type: 'option', value: 'no' }),
  'charlson/liver-mild': () => ({ type: 'option', value: 'no' }),
  'gait-speed/seconds': (random) => number(whole(random, 4, 40)),
  'gait-speed/metres': () => number(4),
};

function readingRows(form: FormDefinition): Readonly<Record<string, readonly string[]>> {
  const asks = JSON.stringify(form.items).includes('"orthostatic-bp/standing"');
  return asks ? { 'orthostatic-bp/standing': ['1', '2'] } : {};
}

interface Asked {
  readonly key: string;
  readonly question: FormQuestion;
}

function questionsIn(items: readonly FormItem[], rows: readonly string[]): readonly Asked[] {
  return items.flatMap((item): readonly Asked[] => {
    if (item.type === 'display' || item.type === 'total') return [];
    if (item.type !== 'group') return [{ key: itemKey(item.id, rows), question: item }];
    const named = item.id === 'orthostatic-bp/standing' ? ['1', '2'] : ['1'];
    return item.repeats === true
      ? named.flatMap((row) => questionsIn(item.items, [...rows, row]))
      : questionsIn(item.items, rows);
  });
}

const WORDS = [
  'German ACB list',
  'no creams',
  '2.0',
  '1.2',
  'the form of 2019',
  'geriatrician',
  'a GP – by phone',
  // Text as a person pastes or dictates it. It has to come back with the signed words.
  '  two\r\nlines and a\ttab ',
  'read \u202Ebackwards\u202C\u200F',
  '\u{1F475}\u{1F3FD} e\u0301',
  'semi; colon: 5 of 6 deficits',
  'not assessed',
  '<b>"half" & ½</b>',
  `as long as a letter ${'of many words '.repeat(200)}`,
];

function valueFor(question: FormQuestion, random: () => number): AnswerValue {
  const { type, options = [], units = [], future } = question;
  switch (type) {
    case 'boolean':
      return { type, value: random() < 0.5 };
    case 'choice':
    case 'open-choice':
      return { type: 'option', value: options[Math.floor(random() * options.length)]?.value ?? '' };
    case 'integer':
      return number(whole(random, ...within(question)));
    case 'decimal':
    case 'quantity': {
      const [low, high] = within(question);
      const value = Number((low + random() * (high - low)).toFixed(random() < 0.5 ? 1 : 2));
      return { ...number(value), ...(units[0] === undefined ? {} : { unit: units[0].code }) };
    }
    case 'date': {
      const away = whole(random, 0, 500);
      const day = new Date(Date.UTC(2026, 10, future === true ? 21 + away : 20 - away))
        .toISOString()
        .slice(0, 10);
      return { type, value: random() < 0.2 ? day.slice(0, 7) : day };
    }
    case 'time':
      return { type, value: '09:15' };
    case 'text':
      return { type, value: WORDS[Math.floor(random() * WORDS.length)] ?? '' };
  }
}

/** Mostly a plausible value, and at times one that the form questions and a person confirms. */
function within({ plausible, limits }: FormQuestion): readonly [number, number] {
  const { min = 0, max = 100 } = plausible ?? limits ?? {};
  return [min, max];
}

function number(value: number): Extract<AnswerValue, { type: 'number' }> {
  return { type: 'number', value };
}

function whole(random: () => number, low: number, high: number): number {
  return Math.ceil(low) + Math.floor(random() * (Math.floor(high) - Math.ceil(low) + 1));
}
