import { plainText } from '@ehch/clinical';
import type { AnswerValue, FormOption, FormQuestion, ItemKey } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { asIs } from './as-is.ts';
import type { Sheet } from './sheet.ts';
import { valuesWords } from './value-words.ts';
import { written } from './written.ts';

/** More options than this are a list that can be searched [P]. */
const LONG_LIST = 12;

const YES_NO: readonly FormOption[] = [
  { value: 'true', text: 'Yes' },
  { value: 'false', text: 'No' },
];

export function isChoice({ type }: FormQuestion): boolean {
  return type === 'choice' || type === 'open-choice' || type === 'boolean';
}

function optionsOf({ type, options }: FormQuestion): readonly FormOption[] {
  return options ?? (type === 'boolean' ? YES_NO : []);
}

/** The option that a value stands for; `undefined`: it is none of the question's. */
export function optionFor(question: FormQuestion, value: AnswerValue): FormOption | undefined {
  if (value.type !== 'option' && value.type !== 'boolean') return undefined;
  return optionsOf(question).find((option) => option.value === String(value.value));
}

export function valueOf({ type }: FormQuestion, option: string): AnswerValue {
  return type === 'boolean'
    ? { type: 'boolean', value: option === 'true' }
    : { type: 'option', value: option };
}

/** The options as radios or tick boxes. None is ever chosen by itself. */
export function drawChoice(
  sheet: Sheet,
  question: FormQuestion,
  key: ItemKey,
  described: unknown,
): TemplateResult {
  const answer = sheet.answer(key);
  const values = answer?.state === 'given' ? answer.values : [];
  const chosen = new Set(values.map((value) => optionFor(question, value)?.value));
  const { search = '', typed, refused } = sheet.note(key);
  const not = sheet.look.notOffered?.get(key);
  const all = optionsOf(question).filter(({ value }) => value !== not || chosen.has(value));
  const wanted = search.trim().toLowerCase();
  const shown = all.filter(({ value, text }) => chosen.has(value) || text.toLowerCase().includes(wanted));
  const name = sheet.id(key, 'o');
  const many = question.repeats === true;
  const other = values.find(({ type }) => type === 'text')?.value;
  const long = all.length > LONG_LIST;
  return html`${
    long
      ? html`<label class="field">Find in this list <input data-f="q" autocomplete="off" .value=${asIs(search)} /></label>
          <span class="aside">${shown.length} of ${all.length} shown</span>${
            // In a list that scrolls the choice may be out of sight.
            chosen.size === 0
              ? nothing
              : html`<strong class="answer">${valuesWords(question, values)}</strong>`
          }`
      : nothing
  }<div class=${long ? 'options long' : 'options'} role=${many ? 'group' : 'radiogroup'} aria-labelledby=${sheet.id(key, 't')} aria-describedby=${described} aria-required=${question.required && !many ? 'true' : nothing}>${shown.map(
    ({ value, text }) =>
      html`<label class="option"><input type=${many ? 'checkbox' : 'radio'} name=${name} data-f="o" .value=${value} .checked=${asIs(chosen.has(value))} />${plainText(text) || value}</label>`,
  )}${
    question.type === 'open-choice'
      ? html`<label class="field">Other, in words <input data-f="x" autocomplete="off" aria-invalid=${refused === undefined ? nothing : 'true'} .value=${asIs(typed?.['x'] ?? String(other ?? ''))} />${written(typed?.['x'] ?? String(other ?? ''))}</label>`
      : nothing
  }</div>`;
}
