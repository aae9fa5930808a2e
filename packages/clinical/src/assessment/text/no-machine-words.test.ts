import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerOf } from '../../form/answer-of.ts';
import type { Answer, AnswerValue } from '../../form/answer.ts';
import { asked } from '../../form/asked.ts';
import type { FormDefinition, FormItem, FormQuestion } from '../../form/definition.ts';
import { isQuestion } from '../../form/engine/is-question.ts';
import { formOfInstrument } from '../../form/form-of-instrument.ts';
import { itemKey } from '../../form/key.ts';
import { openForm } from '../../form/open.ts';
import { instruments } from '../../instruments/index.ts';
import { NURSE, SEEN, startOf } from '../answered.fixtures.ts';
import { finishAssessment } from '../finish.ts';
import { groupWords } from '../groups/group-words.ts';
import { assessments } from '../templates.ts';
import { asText } from './as-text.ts';
import { plainLine } from './plain-characters.ts';

/** Every form of ours that people can copy, print or read. */
const FORMS: readonly FormDefinition[] = [...assessments, ...instruments.map(formOfInstrument)];

/** Words only the program knows, whatever they are about: `single3`, `below-0.8`, `kg/m2-1`, `imported-total`. */
const SHAPES =
  /\b(?!mmHg|mL)[a-z]+[A-Z]\w*|\b[a-z]+\d\w*\b|\b[a-z]+-\d[\d.]*\b|\bm2-|\[[a-z]+_?[a-zA-Z]*\]|· ·|undefined|null|NaN|\bimported-total\b/;

/** What the program writes as it is read: `eFI2`, `SpO2`, `pH`. */
const READ = ['eFI2', 'eFI', 'per m2', 'kg/m2', 'dL'];

/** The ids, option values and unit codes of a form that nobody would write as a word. */
function codesOf(form: FormDefinition): ReadonlySet<string> {
  const codes = new Set<string>();
  const words = new Set<string>();
  const walk = (items: readonly FormItem[]): void => {
    for (const item of items) {
      codes.add(item.id);
      for (const word of item.text.split(/[\s,;:()]+/)) words.add(word);
      if (isQuestion(item)) {
        for (const { value, text } of item.options ?? []) {
          codes.add(value);
          for (const word of text.split(/[\s,;:()]+/)) words.add(word);
        }
        for (const { code, text } of item.units ?? []) if (code !== plainLine(text, true)) codes.add(code);
      }
      if ('items' in item) walk(item.items ?? []);
    }
  };
  walk(form.items);
  return new Set(
    [...codes].filter(
      (code) => /[A-Za-z]/.test(code) && /[-/[\]_\d]|[a-z][A-Z]/.test(code) && !words.has(code),
    ),
  );
}

function answerTo(question: FormQuestion, pick: number): Answer | null {
  const said = pick % 5;
  if (said === 0) return null;
  if (said === 1)
    return {
      state: (['unable', 'refused', 'not-asked', 'not-known'] as const)[pick % 4] ?? 'refused',
      reason: null,
      at: SEEN,
      by: NURSE,
    };
  const value = valueTo(question, pick);
  if (value === null) return null;
  const from =
    said === 2
      ? ({ kind: 'accepted', recordedOn: '2026-03', source: 'Shared record' } as const)
      : ({ kind: 'entered' } as const);
  return { state: 'given', values: [value], at: SEEN, by: NURSE, from };
}

function valueTo(question: FormQuestion, pick: number): AnswerValue | null {
  const { type, options = [], units = [], limits, future } = question;
  const option = options[pick % Math.max(options.length, 1)];
  if (option !== undefined) return { type: 'option', value: option.value };
  if (type === 'boolean') return { type, value: pick % 2 === 0 };
  if (type === 'date') return { type, value: future === true ? '2027-05-10' : '2026-11-10' };
  if (type === 'text') return { type, value: 'As said' };
  if (type !== 'integer' && type !== 'decimal' && type !== 'quantity') return null;
  const [min, max] = [limits?.min ?? 0, limits?.max ?? 100];
  const number = min + ((max - min) * (pick % 97)) / 96;
  const value = type === 'integer' ? Math.round(number) : Number(number.toFixed(1));
  const [unit, other] = units;
  if (unit === undefined) return { type: 'number', value };
  // As it was typed in another unit.
  const entered = other === undefined ? {} : { entered: { value: 1, unit: other.code } };
  return { type: 'number', value, unit: unit.code, ...entered };
}

function answersOf(form: FormDefinition, picks: readonly number[]): Record<string, Answer> {
  const answers: [string, Answer][] = [];
  let at = 0;
  const walk = (items: readonly FormItem[], rows: readonly string[]): void => {
    for (const item of items) {
      if (isQuestion(item)) {
        const answer = answerTo(item, picks[at++ % picks.length] ?? 0);
        if (answer !== null) answers.push([itemKey(item.id, rows), answer]);
      }
      if ('items' in item)
        walk(item.items ?? [], item.type === 'group' && item.repeats === true ? ['1'] : rows);
    }
  };
  walk(form.items, []);
  return Object.fromEntries(answers);
}

function check(text: string, codes: ReadonlySet<string>): void {
  for (const line of text.split('\n')) {
    const plain = READ.reduce((all, word) => all.replace(new RegExp(`${word}(?![\\w-])`, 'g'), ''), line);
    assert.doesNotMatch(plain, SHAPES, line);
    for (const word of line.split(/[\s,;:()]+/)) assert.ok(!codes.has(word), `${word} in: ${line}`);
  }
}

for (const form of FORMS)
  test(`${form.id}: no identifier, option code or unit code leaves in any text, whatever is answered`, () => {
    const codes = codesOf(form);
    const template = assessments.find(({ id }) => id === form.id) ?? null;
    const picks = fc.array(fc.nat(10_000), { minLength: 40, maxLength: 120 });
    fc.assert(
      fc.property(picks, (numbers) => {
        const draft = { ...startOf(form), answers: answersOf(form, numbers) };
        const state = openForm(form, draft, {
          instruments,
          scoring: { facts: { ageYears: 85 }, settings: {} },
        });
        const finished = finishAssessment(state, { at: SEEN, by: NURSE, template });
        for (const length of ['short', 'full'] as const)
          for (const each of [state, finished])
            check(asText(form, each, { now: SEEN, author: NURSE, instruments, length }), codes);
        for (const section of asked(state)) check(groupWords(section, state), codes);
        assert.ok(Object.keys(draft.answers).every((key) => answerOf(state, key) !== null));
      }),
      { numRuns: form.id === 'cga' ? 8 : 12, seed: 16 },
    );
  });
