import { formatQuantity, plainText } from '@ehch/clinical/display';
import type { Answer, AnswerValue, FormQuestion, NotGiven } from '@ehch/clinical/form';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { data, lines } from '../internal/text.ts';
import { day } from '../internal/when.ts';

/** What a question is called. An imported one may have no words, and its controls would have no name. */
export function questionText({ text, id }: FormQuestion): string {
  return plainText(text) || `Question ${plainText(id)}`;
}

/** An answer as it is read. */
export function answerWords(question: FormQuestion, answer: Answer | null): TemplateResult | string {
  if (answer === null) return 'not answered';
  return answer.state === 'given'
    ? valuesWords(question, answer.values)
    : `Not assessed: ${notGivenWords(answer)}`;
}

export function valuesWords(question: FormQuestion, values: readonly AnswerValue[]): TemplateResult {
  return html`${values.map((value, n) => html`${n === 0 ? '' : '; '}${valueWords(question, value)}`)}`;
}

function valueWords(question: FormQuestion, value: AnswerValue): TemplateResult | string {
  switch (value.type) {
    case 'boolean':
      return value.value ? 'Yes' : 'No';
    case 'number':
      return numberWords(question, value);
    case 'date':
      return day(value.value);
    case 'option':
      return data(question.options?.find((option) => option.value === value.value)?.text ?? value.value);
    case 'time':
      return data(value.value);
    case 'text':
      return lines(value.value);
  }
}

/** "128 lb (58.06 kg)": as it was entered, then as it is kept. */
function numberWords(question: FormQuestion, value: AnswerValue & { readonly type: 'number' }): string {
  const kept = formatQuantity(value.value, unitText(question, value.unit ?? question.units?.[0]?.code));
  if (value.entered === undefined) return kept;
  return `${formatQuantity(value.entered.value, unitText(question, value.entered.unit))} (${kept})`;
}

export function unitText({ units }: FormQuestion, code: string | undefined): string | null {
  return units?.find((unit) => unit.code === code)?.text ?? code ?? null;
}

export const NOT_GIVEN: Readonly<Record<NotGiven['state'], string>> = {
  unable: 'could not do it',
  refused: 'refused',
  'not-asked': 'not asked',
  'not-known': 'not known',
};

export function notGivenWords({ state, reason }: NotGiven): string {
  return reason === null ? NOT_GIVEN[state] : `${NOT_GIVEN[state]} (${plainText(reason)})`;
}
