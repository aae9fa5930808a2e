import { formatDate } from '../display/date.ts';
import { formatQuantity } from '../display/quantity.ts';
import { plainText } from '../display/plain-text.ts';
import type { Answer, AnswerValue, NotGiven } from '../form/answer.ts';
import type { FormItem } from '../form/definition.ts';

/** Words for why there is no value. */
export const NOT_ASSESSED = {
  unable: 'unable',
  refused: 'refused',
  'not-asked': 'not asked',
  'not-known': 'not known',
} as const;

/** An answer as it is read: `58.2 kg`, `With one person`, `not assessed: refused (in pain)`. */
export function answerText(item: FormItem, answer: Answer): string {
  if (answer.state === 'given') return answer.values.map((value) => valueText(item, value)).join(', ');
  return notAssessedText(answer);
}

/** Why there is no answer, as it is read: `not assessed: refused (in pain)`. */
export function notAssessedText({ state, reason }: Pick<NotGiven, 'state' | 'reason'>): string {
  const why = plainText(reason ?? '');
  return `not assessed: ${NOT_ASSESSED[state]}${why === '' ? '' : ` (${why})`}`;
}

/** What was asked and what was said: `Sleep: Poor`, `How awake are they? Reacts only to a voice`. */
export function labelled(label: string, said: string): string {
  return /[?:]$/.test(label) ? `${label} ${said}` : `${label}: ${said}`;
}

/** One value as it is read. A number that was typed in another unit shows both. */
export function valueText(item: FormItem, value: AnswerValue): string {
  switch (value.type) {
    case 'boolean':
      return value.value ? 'Yes' : 'No';
    case 'date':
      return formatDate(value.value);
    case 'number':
      return numberText(item, value);
    case 'option':
      return plainText(optionText(item, value.value));
    default:
      return plainText(value.value);
  }
}

function numberText(
  item: FormItem,
  { value, unit, entered }: Extract<AnswerValue, { type: 'number' }>,
): string {
  const units = 'units' in item ? (item.units ?? []) : [];
  // Records have the code of a unit, `Cel`; people read `°C`.
  const read = (amount: number, code: string | undefined) =>
    formatQuantity(amount, units.find((each) => each.code === code)?.text ?? code ?? null);
  const text = read(value, unit);
  return entered === undefined ? text : `${text} (entered as ${read(entered.value, entered.unit)})`;
}

/** The words of an option; its value where the form has no such option any more. */
function optionText(item: FormItem, value: string): string {
  const options = 'options' in item ? (item.options ?? []) : [];
  return options.find((option) => option.value === value)?.text ?? value;
}
