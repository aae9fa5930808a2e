import type { Answer, FormQuestion, ItemKey, NotGiven } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isChoice } from './choice.ts';
import { controls } from './controls.ts';
import { fieldsAt, invalidAt } from './fields.ts';
import { answerAt, entryAt, idOf } from './shown.ts';
import type { ShownForm } from './shown.ts';
import { NOT_GIVEN, notGivenWords, questionText } from './value-words.ts';

/** "Not assessed because …": an answer to every question, in a part that opens. "Remove answer": the way back to no answer. */
export function renderNotGiven(shown: ShownForm, question: FormQuestion, key: ItemKey): TemplateResult {
  const answer = answerAt(shown, key);
  const isOpen = entryAt(shown, key).isNotAssessedOpen;
  const text = questionText(question);
  const not = answer === null || answer.state === 'given' ? null : answer;
  return html`${answer === null ? nothing : renderAnswered(question, key, answer)}<button
    type="button"
    class="quiet"
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-label="Not assessed because…: ${text}"
    ${controls.press({ kind: 'open-not-assessed', key, open: !isOpen })}
  >Not assessed because…</button>${isOpen ? renderReasons(shown, question, key, not) : nothing}`;
}

/** Why it was not assessed, and the way back. An emptied field takes its answer away; what is chosen needs a way of its own. */
function renderAnswered(question: FormQuestion, key: ItemKey, answer: Answer): TemplateResult {
  const not = answer.state === 'given' ? null : answer;
  const isClearable = not !== null || isChoice(question);
  const clear = html`<button
    type="button"
    class="quiet"
    aria-label="Remove answer: ${questionText(question)}"
    ${controls.press({ kind: 'answer', key, values: null })}
  >Remove answer</button>`;
  return html`${
    not === null ? nothing : html`<strong class="answer">Not assessed: ${notGivenWords(not)}</strong>`
  }${isClearable ? clear : nothing}`;
}

function renderReasons(
  shown: ShownForm,
  question: FormQuestion,
  key: ItemKey,
  not: NotGiven | null,
): TemplateResult {
  const field = { part: 'reason' } as const;
  return html`<div
    class="options reasons"
    role="radiogroup"
    aria-label="Not assessed because…: ${questionText(question)}"
  >${(Object.keys(NOT_GIVEN) as NotGiven['state'][]).map(
    (state) =>
      html`<label class="option"><input
        type="radio"
        name=${idOf(shown, key, 'n')}
        .value=${state}
        .checked=${live(not?.state === state)}
        ${controls.typed('change', 'not-assessed', () => ({ kind: 'not-assessed', key, state, reason: null }))}
      />${NOT_GIVEN[state]}</label>`,
  )}<label class="field">In words (optional) <input
    autocomplete="off"
    aria-invalid=${invalidAt(shown, key, field.part)}
    .value=${live(fieldsAt(shown, question, key).reason)}
    ${controls.typed('input', 'type', (text) => ({ kind: 'type', key, field, text }))}
    ${controls.typed('change', 'enter', (text) => ({ kind: 'enter', key, field, text }))}
  /></label></div>`;
}
