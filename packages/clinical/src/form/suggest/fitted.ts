import { formatQuantity } from '../../display/quantity.ts';
import type { AnswerValue } from '../answer.ts';
import type { FormQuestion } from '../definition.ts';
import { doubtsAbout } from '../doubt.ts';
import { converted } from '../number-entry.ts';
import type { RecordedFact } from './recorded-fact.ts';

interface Fitted {
  readonly values: readonly AnswerValue[];
  readonly text: string;
}

/** A fact as an answer to a question; `null` where the question does not take it, or doubts it. */
export function fittedTo(question: FormQuestion, fact: RecordedFact): Fitted | null {
  const { value } = fact;
  const fitted =
    typeof value === 'number'
      ? numberFor(question, fact)
      : typeof value === 'object'
        ? severalFor(question, value, fact.text)
        : valueFor(question, value, fact.text);
  if (fitted === null || fitted.values.some((each) => doubtsAbout(question, each).length > 0)) return null;
  return fitted;
}

function valueFor({ type, options }: FormQuestion, value: string | boolean, text: string): Fitted | null {
  if (typeof value === 'boolean') return type === 'boolean' ? { values: [{ type, value }], text } : null;
  if (type === 'date') return { values: [{ type, value }], text };
  const option = options?.find((each) => each.value === value);
  if (option !== undefined) return { values: [{ type: 'option', value }], text };
  return type === 'text' || type === 'open-choice' ? { values: [{ type: 'text', value }], text } : null;
}

/** All of them or none: half of a list would pass for the whole. */
function severalFor(question: FormQuestion, all: readonly string[], text: string): Fitted | null {
  const values = all.flatMap((each) => valueFor(question, each, text)?.values ?? []);
  return question.repeats === true && values.length === all.length && values.length > 0
    ? { values, text }
    : null;
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
      ? { values: [{ type: 'number', value }], text }
      : null;
  const unit = units?.find((each) => each.code === written || each.text === written);
  if (unit === undefined) return null;
  if (unit === first) return { values: [{ type: 'number', value, unit: first.code }], text };
  const inFirst = converted(value, unit);
  return {
    values: [{ type: 'number', value: inFirst, unit: first.code, entered: { value, unit: unit.code } }],
    text: `${text} (${formatQuantity(inFirst, first.text)})`,
  };
}
