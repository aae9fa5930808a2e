import type { Answer, AnswerValue } from '../../form/answer.ts';
import { civilDayOf } from '../../time/partial-date.ts';
import type { FormQuestion } from '../../form/definition.ts';
import { formatNumber } from '../../display/quantity.ts';

/** A part of one answer that has a field, or a row of units, of its own. */
export type AnswerPart = 'text' | 'unit' | 'day' | 'month' | 'year';

/** One field of a question. `n`: of which of its answers, from 0. */
export type Field =
  | { readonly part: AnswerPart; readonly n: number }
  /** Beside the options of a question. */
  | { readonly part: 'other-words' }
  /** Beside "not assessed because …". */
  | { readonly part: 'reason' };

/** What stands in the fields of one answer. A part that is not there is empty; an absent `unit` is none chosen. */
export type AnswerFields = Readonly<Partial<Record<AnswerPart, string>>>;

/** What stands in every text field of one question. */
export interface Fields {
  /** One for each answer, in their order. A question that takes one has at most one. */
  readonly answers: readonly AnswerFields[];
  readonly otherWords: string;
  readonly reason: string;
}

/** An answer as its fields show it. */
export function fieldsOfAnswer(question: FormQuestion, answer: Answer | null): Fields {
  if (answer?.state !== 'given') return { answers: [], otherWords: '', reason: answer?.reason ?? '' };
  const other =
    question.type === 'open-choice' ? answer.values.find(({ type }) => type === 'text') : undefined;
  return {
    answers: answer.values
      .filter((value) => canBeTyped(question, value))
      .map((value) => fieldsOfOne(question, value)),
    otherWords: String(other?.value ?? ''),
    reason: '',
  };
}

/** Whether the fields of a question can show a value. */
export function canBeTyped({ type }: FormQuestion, value: AnswerValue): boolean {
  if (type === 'integer' || type === 'decimal' || type === 'quantity') return value.type === 'number';
  return type === value.type && value.type !== 'boolean';
}

/** The fields with another text in one of them. */
export function withText(fields: Fields, field: Field, text: string): Fields {
  if (field.part === 'other-words') return { ...fields, otherWords: text };
  if (field.part === 'reason') return { ...fields, reason: text };
  const { part, n } = field;
  const length = Math.max(fields.answers.length, n + 1);
  const answers = Array.from({ length }, (_, at) => fields.answers[at] ?? {});
  return { ...fields, answers: answers.with(n, { ...answers[n], [part]: text }) };
}

function fieldsOfOne({ units }: FormQuestion, value: AnswerValue): AnswerFields {
  if (value.type === 'number') {
    const { value: number, unit = units?.[0]?.code } = value.entered ?? value;
    // Without the commas that an entry is refused for.
    const text = formatNumber(number).replaceAll(',', '');
    return unit === undefined ? { text } : { text, unit };
  }
  if (value.type !== 'date') return { text: String(value.value) };
  const [year = '', month = '', day = ''] = (civilDayOf(value.value) ?? value.value).split('-');
  return { day, month, year };
}
