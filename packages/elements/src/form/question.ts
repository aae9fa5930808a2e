import { formatQuantity, plainText } from '@ehch/clinical/display';
import { doubtsAbout } from '@ehch/clinical/form';
import { canBeTyped } from '@ehch/clinical/session';
import type { Answer, AnswerValue, FormQuestion, GivenAnswer, ItemKey } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { joined } from '../internal/text.ts';
import { dayOr } from '../internal/when.ts';
import { isChoice, optionFor, renderChoice } from './choice.ts';
import { controls } from './controls.ts';
import { doubtWords } from './doubt-words.ts';
import { renderFields } from './fields.ts';
import { limitWords } from './limits.ts';
import { renderNotGiven } from './not-given.ts';
import { renderNumberOffer } from './number-offer.ts';
import { answerAt, entryAt, idOf } from './shown.ts';
import type { ShownForm } from './shown.ts';
import { renderSuggestions } from './suggestions.ts';
import { typedOnPaper } from './typed-on-paper.ts';
import { answerWords, questionText, unitText, valuesWords } from './value-words.ts';

/** One question with everything that belongs to it, but for the questions under it. */
export function renderQuestion(shown: ShownForm, question: FormQuestion, key: ItemKey): TemplateResult {
  const answer = answerAt(shown, key);
  const fixed = shown.look.readOnly || question.readOnly === true;
  const refused = fixed ? null : refusalWords(shown, question, key);
  const said = [
    question.hint === undefined ? null : html`<span class="hint">${plainText(question.hint)}</span>`,
    hintWords(shown.look.hints?.get(key)),
    ...limitWords(shown.state.form, question.id),
    refused === null ? null : html`<span class="refused">Not an answer yet: ${refused}</span>`,
  ].filter((words) => words !== null);
  const described = said.length === 0 ? nothing : idOf(shown, key, 'd');
  const grouped = fixed || isChoice(question) || question.repeats === true || question.type === 'date';
  return html`<div class="item" data-key=${key} data-state=${answer?.state ?? 'none'}>${
    grouped
      ? html`<span class="text" id=${idOf(shown, key, 't')}>${titleWords(question, fixed)}</span>`
      : html`<label
          class="text"
          id=${idOf(shown, key, 't')}
          for=${idOf(shown, key, 'f')}
        >${titleWords(question, fixed)}</label>`
  }${described === nothing ? nothing : html`<span class="said" id=${described}>${said}</span>`}${
    fixed
      ? html`<span class="answer">${answerWords(question, answer)}</span>${typedOnPaper(shown, question, key)}`
      : isChoice(question)
        ? renderChoice(shown, question, key, described)
        : html`${renderFields(shown, question, key, described)}${renderNumberOffer(shown, question, key)}`
  }${answer === null ? nothing : renderAboutAnswer(shown, question, key, answer, fixed)}${
    fixed ? nothing : renderSuggestions(shown, question, key)
  }${fixed ? nothing : renderNotGiven(shown, question, key)}</div>`;
}

/** The words of a question, and whether it has to be answered. */
function titleWords(question: FormQuestion, fixed: boolean): TemplateResult | string {
  const text = questionText(question);
  return question.required && !fixed ? html`${text} <span class="required">(required)</span>` : text;
}

/** Why what stands in the fields is no answer. Of a date it is said when the person has left it. */
function refusalWords(shown: ShownForm, question: FormQuestion, key: ItemKey): string | null {
  const { typed } = entryAt(shown, key);
  return typed === null || typed.doubt === null || typed.isWithinDate
    ? null
    : doubtWords(question, typed.doubt);
}

function hintWords(words: string | undefined): TemplateResult | null {
  return words === undefined ? null : html`<span class="hint">${words}</span>`;
}

/** What is said of an answer beside it: of itself, and of the one before it. */
function renderAboutAnswer(
  { look }: ShownForm,
  question: FormQuestion,
  key: ItemKey,
  answer: Answer,
  fixed: boolean,
): TemplateResult {
  return html`${answer.state === 'given' ? renderAboutGiven(question, key, answer, fixed) : nothing}${renderBefore(
    question,
    look.changes?.[key],
    answer,
  )}`;
}

/** Where an answer is from, what of it the controls cannot show, and whether somebody should look again. */
function renderAboutGiven(question: FormQuestion, key: ItemKey, answer: GivenAnswer, fixed: boolean) {
  const { from, values, confirmed } = answer;
  const other = fixed ? [] : values.filter((value) => !isShown(question, value));
  const unusual = doubtful(question, values);
  return html`${
    other.length === 0
      ? nothing
      : html`<span class="meta">Recorded answer: ${valuesWords(question, other)}</span>`
  }${kept(question, values, fixed)}${
    from.kind === 'entered'
      ? nothing
      : html`<span class="meta">${
          from.kind === 'initial'
            ? 'Filled in by the form'
            : joined([`From ${plainText(from.source)}`, html`${dayOr(from.recordedOn, 'date not recorded')}`])
        }</span>`
  }${unusual.map(({ value, words }) =>
    confirmed === true || fixed
      ? html`<span class="meta">Unusual, and ${confirmed === true ? '' : 'not '}confirmed: ${words}</span>`
      : html`<span class="unusual" role="group" aria-label="Check this answer">
          <strong>Is ${valuesWords(question, [value])} right?</strong> It counts as entered; ${words}
          <button type="button" ${controls.press({ kind: 'confirm', key })}>Yes, it is right</button>
        </span>`,
  )}`;
}

function isShown(question: FormQuestion, value: AnswerValue): boolean {
  if (!isChoice(question)) return canBeTyped(question, value);
  if (question.type === 'open-choice' && value.type === 'text') return true;
  return optionFor(question, value) !== undefined;
}

/** What is kept of a number that was entered in another unit. */
function kept(question: FormQuestion, values: readonly AnswerValue[], fixed: boolean) {
  if (fixed) return nothing;
  return values.map((value) =>
    value.type === 'number' && value.entered !== undefined
      ? html`<span class="meta">= ${formatQuantity(value.value, unitOf(question, value.unit))}</span>`
      : nothing,
  );
}

/** The unit of a value, which is the first one where it does not say. */
function unitOf(question: FormQuestion, code: string | undefined): string | null {
  return unitText(question, code ?? question.units?.[0]?.code);
}

/** Values that are possible and not usual. They count: what is unusual is often what is ill. */
function doubtful(question: FormQuestion, values: readonly AnswerValue[]) {
  return values.flatMap((value) =>
    doubtsAbout(question, value)
      .filter(({ kind }) => kind === 'implausible')
      .map((doubt) => ({ value, words: doubtWords(question, doubt) })),
  );
}

/** What the answer was the last time, where it is another now. */
function renderBefore(question: FormQuestion, before: Answer | undefined, now: Answer) {
  if (before?.state !== 'given') return nothing;
  if (now.state === 'given' && JSON.stringify(now.values) === JSON.stringify(before.values)) return nothing;
  const was = html`${valuesWords(question, before.values)}, ${dayOr(before.at, 'date not recorded')}`;
  return html`<span class="meta">Changed: was ${was}</span>`;
}
