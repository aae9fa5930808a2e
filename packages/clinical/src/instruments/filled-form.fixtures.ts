import fc from 'fast-check';
import type { Answer, Answers, AnswerValue, FormItem, FormQuestion } from '../form/types.ts';
import { itemKey } from '../form/key.ts';

/** Answers to an instrument's questions as a form keeps them, with the rows of its repeating groups. */
export interface FilledForm {
  readonly answers: Answers;
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

interface Filling {
  /** How many questions of 20 stay open, and how many have only a reason for no answer. */
  readonly open?: number;
  readonly notGiven?: number;
}

const AT = '2026-06-01T09:15:00+01:00';
const STATES = ['unable', 'refused', 'not-asked', 'not-known'] as const;

/** Any way to fill in an instrument's form. The form accepts every answer in it. */
export function filledForm(items: readonly FormItem[], filling: Filling = {}): fc.Arbitrary<FilledForm> {
  const rowsOf = (item: FormItem) =>
    item.type === 'group' && item.repeats === true
      ? fc.integer({ min: 1, max: 4 }).map((count) => Array.from({ length: count }, (_, at) => `${at + 1}`))
      : fc.constant(null);
  return fc
    .tuple(...items.map(rowsOf))
    .chain((allRows) => {
      const asked = items.flatMap((item, at) => askedOf(item, allRows[at] ?? null));
      const answers = asked.map(({ key, question }) =>
        fc.tuple(fc.constant(key), answerTo(question, filling)),
      );
      return fc.tuple(fc.constant(allRows), fc.tuple(...answers));
    })
    .map(([allRows, answered]) => ({
      answers: Object.fromEntries(
        answered.flatMap(([key, answer]) => (answer === null ? [] : [[key, answer]])),
      ),
      rows: Object.fromEntries(
        items.flatMap((item, at): [string, readonly string[]][] => {
          const rows = allRows[at];
          return rows === null || rows === undefined ? [] : [[item.id, rows]];
        }),
      ),
    }));
}

function askedOf(
  item: FormItem,
  rows: readonly string[] | null,
): readonly { readonly key: string; readonly question: FormQuestion }[] {
  if (item.type === 'display' || item.type === 'total') return [];
  if (item.type !== 'group') return [{ key: itemKey(item.id), question: item }];
  return (rows ?? [null]).flatMap((row) =>
    item.items.flatMap((child) =>
      child.type === 'group' || child.type === 'display' || child.type === 'total'
        ? []
        : [{ key: itemKey(child.id, row === null ? [] : [row]), question: child }],
    ),
  );
}

function answerTo(question: FormQuestion, { open = 0, notGiven = 0 }: Filling): fc.Arbitrary<Answer | null> {
  const none = fc.constantFrom(...STATES).map((state) => ({ state, reason: null, at: AT, by: null }));
  return fc.oneof(
    { weight: open, arbitrary: fc.constant(null) },
    { weight: notGiven, arbitrary: none },
    { weight: 20 - open - notGiven, arbitrary: valueOf(question).map(given) },
  );
}

function given(value: AnswerValue): Answer {
  return { state: 'given', values: [value], at: AT, by: null, from: { kind: 'entered' } };
}

/** Every kind of value that a question accepts. */
export function valueOf(question: FormQuestion): fc.Arbitrary<AnswerValue> {
  const { type, options = [], units } = question;
  switch (type) {
    case 'choice':
      return fc.constantFrom(...options.map(({ value }) => ({ type: 'option' as const, value })));
    case 'open-choice':
      return fc.oneof(
        fc.constantFrom(...options.map(({ value }) => ({ type: 'option' as const, value }))),
        words(),
      );
    case 'boolean':
      return fc.boolean().map((value) => ({ type, value }));
    case 'integer':
      return numbers(question, 0);
    case 'decimal':
      return fc.oneof(numbers(question, 1), numbers(question, 2), numbers(question, 0));
    case 'quantity':
      return fc
        .oneof(numbers(question, 1), numbers(question, 2))
        .map((value) => (value.type === 'number' && units?.[0] ? { ...value, unit: units[0].code } : value));
    case 'date':
      return fc
        .tuple(
          fc.integer({ min: 2024, max: 2026 }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 28 }),
        )
        .chain(([year, month, day]) => {
          const [y, m, d] = [year, month, day].map((part) => String(part).padStart(2, '0'));
          return fc.constantFrom(`${y}`, `${y}-${m}`, `${y}-${m}-${d}`, `${y}-${m}-${d}`);
        })
        .map((value) => ({ type, value }));
    case 'time':
      return fc.constant({ type, value: '09:15' });
    case 'text':
      return words();
  }
}

function words(): fc.Arbitrary<AnswerValue> {
  return fc.string({ minLength: 1, maxLength: 20 }).map((value) => ({ type: 'text', value }));
}

function numbers({ limits }: FormQuestion, decimals: number): fc.Arbitrary<AnswerValue> {
  const { min = 0, max = 1000 } = limits ?? {};
  const scale = 10 ** decimals;
  return fc
    .integer({ min: Math.ceil(min * scale), max: Math.floor(max * scale) })
    .map((value) => ({ type: 'number', value: Number(`${value}e-${decimals}`) }));
}
