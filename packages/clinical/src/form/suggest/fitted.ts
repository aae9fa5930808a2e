import { formatQuantity } from '../../display/quantity.ts';
import type { AnswerValue } from '../answer.ts';
import type { FormQuestion } from '../definition.ts';
import { doubtsAbout } from '../doubt.ts';
import { converted } from '../number-entry.ts';
import type { RecordedFact } from './recorded-fact.ts';

interface Fitted {
  readonly value: AnswerValue;
  readonly text: string;
}

/** A fact as an answer to a question; `null` where the question does not take it, or doubts it. */
export function fittedTo(question: FormQuestion, fact: RecordedFact): Fitted | null {
  const fitted = typeof fact.value === 'number' ? numberFor(question, fact) : valueFor(question, fact);
  if (fitted === null || doubtsAbout(question, fitted.value).length > 0) return null;
  return fitted;
}

function valueFor({ type, options }: FormQuestion, { value, text }: RecordedFact): Fitted | null {
  if (typeof value === 'boolean') return type === 'boolean' ? { value: { type, value }, text } : null;
  if (typeof value !== 'string') return null;
  if (type === 'date') return { value: { type, value }, text };
  const option = options?.find((each) => each.value === value);
  if (option !== undefined) return { value: { type: 'option', value }, text };
  return type === 'text' || type === 'open-choice' ? { value: { type: 'text', value }, text } : null;
}

function numberFor({ type, units }: FormQuestion, fact: RecordedFact): Fitted | null {
  const { value, unit: written, text } = fact;
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  if (type !== 'integer' && type !== 'decimal' && type !== 'quantity') return null;
  if (type === 'integer' && !Number.isInteger(value)) return null;
  const [first] = units ?? [];
  if (first === undefined || written === undefined)
    // A number whose unit one of the two leaves unsaid may mean another amount.
    return (first === undefined) === (written === undefined)
      ? { value: { type: 'number', value }, text }
      : null;
  const unit = units?.find((each) => each.code === written || each.text === written);
  if (unit === undefined) return null;
  if (unit === first) return { value: { type: 'number', value, unit: first.code }, text };
  const inFirst = converted(value, unit);
  return {
    value: {
      type: 'number',
      value: inFirst,
      unit: first.code,
      entered: { value, unit: unit.code },
    },
    text: `${text} (${formatQuantity(inFirst, first.text)})`,
  };
}
