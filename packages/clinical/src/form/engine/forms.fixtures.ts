import fc from 'fast-check';
import type { ScoreResult } from '../../score.ts';
import type { Answer, AnswerValue, NotGiven } from '../answer.ts';
import type { FormDefinition, FormItem, FormQuestion } from '../definition.ts';
import type { Draft } from '../draft.ts';
import type { Condition, Expression } from '../expression.ts';
import type { ScoringInstrument } from '../open.ts';
import { startDraft } from '../start.ts';
import type { FormState } from '../state.ts';
import { isQuestion } from './is-question.ts';

export const AT = '2026-11-21T09:15:00Z';

export function formOf(...items: readonly FormItem[]): FormDefinition {
  return { id: 'form', title: 'A form', version: '1', items };
}

export function draftOf(form: FormDefinition, answers: Readonly<Record<string, Answer>> = {}): Draft {
  return { ...startDraft({ id: 'draft', resident: 'resident', form, at: AT }), answers };
}

export function given(...values: readonly AnswerValue[]): Answer {
  return { state: 'given', values, at: AT, by: null, from: { kind: 'entered' } };
}

export const number = (value: number): AnswerValue => ({ type: 'number', value });
export const option = (value: string): AnswerValue => ({ type: 'option', value });
export const bool = (value: boolean): AnswerValue => ({ type: 'boolean', value });
export const text = (value: string): AnswerValue => ({ type: 'text', value });
export const refused: NotGiven = { state: 'refused', reason: null, at: AT, by: null };

export const integer = (id: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  id,
  type: 'integer',
  text: id,
  ...more,
});

export const yesNo = (id: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  id,
  type: 'boolean',
  text: id,
  ...more,
});

/** Options `a`, `b` and `c` with 0, 1 and 2 points. */
export const choice = (id: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  id,
  type: 'choice',
  text: id,
  options: ['a', 'b', 'c'].map((value, points) => ({ value, text: value.toUpperCase(), points })),
  ...more,
});

export const total = (id: string, expression: Expression): FormItem => ({
  id,
  type: 'total',
  text: id,
  expression,
});

export const answers = (...items: readonly string[]): Expression => ({ op: 'answers', items });
export const sum = (of: Expression): Expression => ({ op: 'sum', of });
export const plus = (left: Expression, right: Expression): Expression => ({ op: '+', left, right });

/** Scores what it was given by saying it. */
export const echo: ScoringInstrument = {
  id: 'echo',
  score: (input, settings): ScoreResult => ({
    instrument: 'echo',
    version: '1',
    status: 'complete',
    total: 0,
    range: null,
    direction: 'none',
    band: null,
    items: { input: { value: input, score: null }, settings: { value: settings, score: null } },
    missing: [],
    flags: [],
  }),
};

/** What a state says, without how it came to it. */
export function said({ draft, hidden, totals, scores }: FormState): unknown {
  const sorted = (entries: Iterable<readonly [string, unknown]>) =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return { draft, hidden: [...hidden].sort(), totals: sorted(totals), scores: sorted(scores) };
}

const IDS = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9', '__proto__', 'constructor'];

const someId = fc.constantFrom(...IDS);

const someExpression: fc.Arbitrary<Expression> = fc.letrec<{ e: Expression }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 2 },
    fc.record({
      op: fc.constant('answers' as const),
      items: fc.array(someId, { maxLength: 3 }),
      everywhere: fc.boolean(),
    }),
    fc.record({ op: fc.constant('literal' as const), value: fc.constantFrom(0, 1, 'a', true) }),
    fc.record({ op: fc.constantFrom('sum' as const, 'count', 'exists', 'first', 'points'), of: tie('e') }),
    fc.record({ op: fc.constantFrom('+' as const, '=', 'and', '>'), left: tie('e'), right: tie('e') }),
    fc.record({ op: fc.constant('if' as const), test: tie('e'), then: tie('e'), else: tie('e') }),
  ),
})).e;

const someCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    match: fc.constantFrom('all' as const, 'any'),
    tests: fc.array(
      fc.record({
        item: someId,
        operator: fc.constantFrom('exists' as const, '=', '!=', '>', '<='),
        value: fc.constantFrom(bool(true), bool(false), number(1), option('a')),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ match: fc.constant('expression' as const), expression: someExpression }),
);

type Kind = 'boolean' | 'integer' | 'choice' | 'group' | 'total' | 'display' | 'echo';

/** Forms of up to twelve items that read, hide and contain each other in any way, in circles too. */
export const someForm: fc.Arbitrary<FormDefinition> = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Kind>(
        'boolean',
        'integer',
        'choice',
        'choice',
        'group',
        'total',
        'total',
        'display',
        'echo',
      ),
      repeats: fc.boolean(),
      under: fc.nat(11),
      when: fc.option(someCondition, { nil: undefined, freq: 2 }),
      expression: someExpression,
    }),
    { minLength: 2, maxLength: IDS.length },
  )
  .map((wishes) => {
    const items = wishes.map(({ kind, repeats, when, expression }, i): FormItem & { items?: FormItem[] } => {
      const id = IDS[i] ?? '';
      const base = { id, text: id, ...(when === undefined ? {} : { when }) };
      if (kind === 'total') return { ...base, type: kind, expression };
      if (kind === 'display') return { ...base, type: kind };
      if (kind === 'echo') return { ...base, type: 'group', instrument: 'echo', items: [] };
      if (kind === 'group') return { ...base, type: kind, repeats, items: [] };
      return { ...choice(id), ...base, type: kind, repeats: repeats && kind === 'choice', items: [] };
    });
    const roots: FormItem[] = [];
    for (const [i, item] of items.entries()) {
      // Under one that came before, or at the top.
      const above = items[(wishes[i]?.under ?? 0) % (i + 2)];
      (i > 0 && above !== item && items.indexOf(above ?? item) < i ? (above?.items ?? roots) : roots).push(
        item,
      );
    }
    return formOf(...roots);
  });

/** An answer that the question takes, picked by a number. */
export function answerTo(item: FormItem, pick: number): Answer | null {
  if (!isQuestion(item) || pick % 5 === 0) return null;
  if (pick % 5 === 1) return refused;
  if (item.type === 'boolean') return given(bool(pick % 2 === 0));
  if (item.type === 'integer') return given(number((pick % 7) - 2));
  const options = ['a', 'b', 'c'].filter((_, i) => ((pick >> i) & 1) === 1).map(option);
  if (options.length === 0) return null;
  return given(...(item.repeats === true ? options : options.slice(0, 1)));
}
