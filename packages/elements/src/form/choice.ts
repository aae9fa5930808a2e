import type { AnswerValue, FormOption, FormQuestion, ItemKey } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { controls } from './controls.ts';
import { fieldsAt, invalidAt } from './fields.ts';
import { optionList } from './option-list.ts';
import { answerAt, entryAt, idOf } from './shown.ts';
import type { ShownForm } from './shown.ts';
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

/** The options as radios or tick boxes. None is ever chosen by itself. */
export function renderChoice(
  shown: ShownForm,
  question: FormQuestion,
  key: ItemKey,
  described: unknown,
): TemplateResult {
  const answer = answerAt(shown, key);
  const values = answer?.state === 'given' ? answer.values : [];
  const chosen = new Set(values.map((value) => optionFor(question, value)?.value));
  const not = shown.look.notOffered?.get(key);
  const offered = optionsOf(question).filter(({ value }) => value !== not || chosen.has(value));
  const isLong = offered.length > LONG_LIST;
  const wanted = entryAt(shown, key).search.trim().toLowerCase();
  const found = offered.filter(({ value, text }) => chosen.has(value) || text.toLowerCase().includes(wanted));
  const isOne = question.repeats !== true;
  return html`${isLong ? renderAboveLong(shown, question, key, { offered, found }) : nothing}<div
    class=${isLong ? 'options long' : 'options'}
    role=${isOne ? 'radiogroup' : 'group'}
    aria-labelledby=${idOf(shown, key, 't')}
    aria-describedby=${described}
    aria-required=${question.required && isOne ? 'true' : nothing}
    ${choosing(key)}
    ${optionList({ options: found, name: idOf(shown, key, 'o'), type: isOne ? 'radio' : 'checkbox', chosen })}
  >${question.type === 'open-choice' ? renderOtherWords(shown, question, key) : nothing}</div>`;
}

/** Bound once around the options: a question may have hundreds. */
function choosing(key: ItemKey) {
  return controls.typed('change', 'choose', (option, isChosen) => ({
    kind: 'choose',
    key,
    option,
    isChosen,
  }));
}

interface LongList {
  readonly offered: readonly FormOption[];
  /** Those that what is searched for leaves. */
  readonly found: readonly FormOption[];
}

/** The search in a long list, and the choice, which may be out of sight in it. */
function renderAboveLong(
  shown: ShownForm,
  question: FormQuestion,
  key: ItemKey,
  { offered, found }: LongList,
): TemplateResult {
  const answer = answerAt(shown, key);
  const values = answer?.state === 'given' ? answer.values : [];
  return html`<label class="field">Find in this list <input
    autocomplete="off"
    .value=${live(entryAt(shown, key).search)}
    ${controls.typed('input', 'search-options', (text) => ({ kind: 'search-options', key, text }))}
  /></label><span class="aside">${found.length} of ${offered.length} shown</span>${
    values.length === 0 ? nothing : html`<strong class="answer">${valuesWords(question, values)}</strong>`
  }`;
}

function renderOtherWords(shown: ShownForm, question: FormQuestion, key: ItemKey): TemplateResult {
  const field = { part: 'other-words' } as const;
  const { otherWords } = fieldsAt(shown, question, key);
  return html`<label class="field">Other, in words <input
    autocomplete="off"
    aria-invalid=${invalidAt(shown, key, field.part)}
    .value=${live(otherWords)}
    ${controls.typed('input', 'type', (text) => ({ kind: 'type', key, field, text }))}
    ${controls.typed('change', 'enter', (text) => ({ kind: 'enter', key, field, text }))}
  />${written(otherWords)}</label>`;
}
