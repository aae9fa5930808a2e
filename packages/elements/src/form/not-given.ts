import type { FormQuestion, ItemKey, NotGiven } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { asIs } from './as-is.ts';
import { isChoice } from './choice.ts';
import type { Sheet } from './sheet.ts';
import { NOT_GIVEN, notGivenWords, questionText } from './value-words.ts';

/** "Not assessed because …": an answer to every question, in a part that opens; and a way back to no answer at all. */
export function drawNotGiven(sheet: Sheet, question: FormQuestion, key: ItemKey): TemplateResult {
  const answer = sheet.answer(key);
  const { opened = false, typed } = sheet.note(key);
  const text = questionText(question);
  const not = answer === null || answer.state === 'given' ? null : answer;
  // An emptied field takes its answer away; what is chosen needs a way of its own.
  const clearable = not !== null || (answer !== null && isChoice(question));
  return html`${not === null ? nothing : html`<strong class="answer">Not assessed: ${notGivenWords(not)}</strong>`}${
    clearable
      ? html`<button type="button" class="quiet" data-do="clear" aria-label="Clear: ${text}">Clear</button>`
      : nothing
  }<button type="button" class="quiet" data-do="not" aria-expanded=${opened ? 'true' : 'false'} aria-label="Not assessed because…: ${text}">Not assessed because…</button>${
    opened
      ? html`<div class="options reasons" role="radiogroup" aria-label="Not assessed because…: ${text}">${(
          Object.keys(NOT_GIVEN) as NotGiven['state'][]
        ).map(
          (state) =>
            html`<label class="option"><input type="radio" name=${sheet.id(key, 'n')} data-f="n" .value=${state} .checked=${asIs(not?.state === state)} />${NOT_GIVEN[state]}</label>`,
        )}<label class="field">In words (optional) <input data-f="r" autocomplete="off" .value=${asIs(typed?.['r'] ?? not?.reason ?? '')} /></label></div>`
      : nothing
  }`;
}
