import { decimal } from '../instruments/exact-decimal.ts';
import { precisionOf, spanOf } from '../time/partial-date.ts';
import { londonDate, readInstant } from '../time/london.ts';
import type { Instant, PartialDate } from '../time/types.ts';
import type { Answer, AnswerValue } from './answer.ts';
import type { FormQuestion, Range } from './definition.ts';

/** What is wrong with a value. All but `implausible` refuse it; that one is asked back and may be confirmed. */
export type Doubt =
  /** Outside the limits, which are in the first unit. */
  | { readonly kind: 'impossible'; readonly limits: Range }
  | { readonly kind: 'implausible'; readonly limits: Range }
  /** Before the first or after the last day that the question takes. */
  | { readonly kind: 'too-early' | 'too-late'; readonly day: PartialDate }
  | { readonly kind: 'too-short'; readonly minLength: number }
  | { readonly kind: 'too-long'; readonly maxLength: number }
  /** More decimal places than the question takes. */
  | { readonly kind: 'too-precise'; readonly decimals: number }
  | { readonly kind: 'not-whole' }
  | { readonly kind: 'not-an-option' }
  /** No date or time of day, or a value of another kind than the question asks for. */
  | { readonly kind: 'wrong-kind' }
  /** No value, or a text without a letter. What takes an answer away is `null`. */
  | { readonly kind: 'empty' }
  /** Several answers to a question that takes one, or the same one twice. */
  | { readonly kind: 'too-many' }
  /** More answers than a question takes that takes several. */
  | { readonly kind: 'more-than'; readonly most: number }
  /** Shown, not answered here. */
  | { readonly kind: 'read-only' };

/** Every reason to doubt one value. `at`: when it was given; without it no day is known to be still to come. */
export function doubtsAbout(question: FormQuestion, value: AnswerValue, at?: Instant): readonly Doubt[] {
  if (!fits(question, value)) {
    const chosen = value.type === 'option' && (question.type === 'choice' || question.type === 'open-choice');
    return [{ kind: chosen ? 'not-an-option' : 'wrong-kind' }];
  }
  if (value.type === 'number') return doubtsAboutNumber(question, value);
  if (value.type === 'date') return doubtsAboutDate(question, value.value, at);
  return value.type === 'text' ? doubtsAboutText(question, value.value) : [];
}

function doubtsAboutText(
  { minLength = 0, maxLength = Infinity }: FormQuestion,
  text: string,
): readonly Doubt[] {
  if (text.trim() === '') return [{ kind: 'empty' }];
  const { length } = Array.from(text);
  if (length < minLength) return [{ kind: 'too-short', minLength }];
  return length > maxLength ? [{ kind: 'too-long', maxLength }] : [];
}

/** Every reason to doubt an answer. That something was not assessed is an answer to every question. */
export function doubtsAboutAnswer(question: FormQuestion, answer: Answer): readonly Doubt[] {
  if (answer.state !== 'given') return [];
  const { values } = answer;
  if (values.length === 0) return [{ kind: 'empty' }];
  const options = values.flatMap(({ type, value }) => (type === 'option' ? [value] : []));
  const many = (values.length > 1 && question.repeats !== true) || new Set(options).size < options.length;
  const most = question.answerCount?.max ?? Infinity;
  return [
    ...(many ? [{ kind: 'too-many' as const }] : []),
    ...(values.length > most ? [{ kind: 'more-than' as const, most }] : []),
    ...values.flatMap((value) => doubtsAbout(question, value, answer.at)),
  ];
}

/** The doubts for which an answer is not taken. */
export function refusals(question: FormQuestion, answer: Answer): readonly Doubt[] {
  return doubtsAboutAnswer(question, answer).filter(({ kind }) => kind !== 'implausible');
}

function doubtsAboutNumber(
  { type, limits, plausible, decimals = Infinity }: FormQuestion,
  { value, entered }: Extract<AnswerValue, { type: 'number' }>,
): readonly Doubt[] {
  if (type === 'integer' && !Number.isInteger(value)) return [{ kind: 'not-whole' }];
  // Of what was typed: a conversion adds places that nobody wrote.
  if (decimal(entered?.value ?? value).scale > decimals) return [{ kind: 'too-precise', decimals }];
  if (isOutside(limits, value)) return [{ kind: 'impossible', limits }];
  return isOutside(plausible, value) ? [{ kind: 'implausible', limits: plausible }] : [];
}

/** "2026" may be any day of 2026: what is not wholly outside is taken. */
function doubtsAboutDate(
  { earliest: first, latest: last, past, future }: FormQuestion,
  date: PartialDate,
  at: Instant | undefined,
): readonly Doubt[] {
  const today = at === undefined || readInstant(at) === null ? undefined : londonDate(at);
  // Of two first days the later one holds, and of two last days the earlier one.
  const earliest = [first, future === true ? today : undefined].filter(isSaid).toSorted().at(-1);
  const latest = [last, past === true ? today : undefined].filter(isSaid).toSorted().at(0);
  const days = (of: PartialDate | undefined) => spanOf(of ?? null);
  const given = days(date);
  const [start, end] = [days(earliest), days(latest)];
  if (given && start && earliest !== undefined && given.to < start.from)
    return [{ kind: 'too-early', day: earliest }];
  return given && end && latest !== undefined && given.from > end.to
    ? [{ kind: 'too-late', day: latest }]
    : [];
}

function isSaid(day: PartialDate | undefined): day is PartialDate {
  return day !== undefined;
}

function isOutside(range: Range | undefined, value: number): range is Range {
  const { min = -Infinity, max = Infinity } = range ?? {};
  return !(value >= min && value <= max);
}

function fits({ type, options = [], units = [] }: FormQuestion, value: AnswerValue): boolean {
  switch (value.type) {
    case 'boolean':
      return type === 'boolean';
    case 'number':
      // Only the first unit: what was typed in another one has been converted, or cannot be told from it.
      return (
        (type === 'integer' || type === 'decimal' || type === 'quantity') &&
        Number.isFinite(value.value) &&
        (value.unit === undefined || units.length === 0 || value.unit === units[0]?.code)
      );
    case 'text':
      return type === 'text' || type === 'open-choice';
    case 'date':
      return type === 'date' && precisionOf(value.value) !== null;
    case 'time':
      return type === 'time' && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/.test(value.value);
    case 'option':
      return (
        (type === 'choice' || type === 'open-choice') &&
        options.some((option) => option.value === value.value)
      );
  }
}
