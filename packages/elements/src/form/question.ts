import { doubtsAbout, formatQuantity, plainText } from '@ehch/clinical';
import type { Answer, AnswerValue, FormQuestion, Given, ItemKey } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { joined } from '../internal/text.ts';
import { dayOr } from '../internal/when.ts';
import { drawChoice, isChoice, optionFor } from './choice.ts';
import { doubtWords } from './doubt-words.ts';
import { canBeTyped, drawFields } from './fields.ts';
import { limitWords } from './limits.ts';
import { drawNotGiven } from './not-given.ts';
import type { Sheet } from './sheet.ts';
import { drawSuggestions } from './suggestions.ts';
import { answerWords, questionText, unitText, valuesWords } from './value-words.ts';

/** One question with everything that belongs to it, but for the questions under it. */
export function drawQuestion(sheet: Sheet, question: FormQuestion, key: ItemKey): TemplateResult {
  sheet.questions.set(key, question);
  const answer = sheet.answer(key);
  const fixed = sheet.look.readOnly || question.readOnly === true;
  const { refused, within } = sheet.note(key);
  const why = refused === undefined || within === true || fixed ? null : refused;
  const said = [
    question.hint === undefined ? null : html`<span class="hint">${plainText(question.hint)}</span>`,
    hintWords(sheet.look.hints?.get(key)),
    ...limitWords(sheet.state.form, question.id),
    why === null ? null : html`<span class="refused">Not an answer yet: ${why}</span>`,
  ].filter((words) => words !== null);
  const described = said.length === 0 ? nothing : sheet.id(key, 'd');
  const grouped = fixed || isChoice(question) || question.repeats === true || question.type === 'date';
  const text = questionText(question);
  const required = question.required && !fixed ? html` <span class="required">(required)</span>` : nothing;
  return html`<div class="item" data-key=${key} data-state=${answer?.state ?? 'none'}>${
    grouped
      ? html`<span class="text" id=${sheet.id(key, 't')}>${text}${required}</span>`
      : html`<label class="text" id=${sheet.id(key, 't')} for=${sheet.id(key, 'f')}>${text}${required}</label>`
  }${described === nothing ? nothing : html`<span class="said" id=${described}>${said}</span>`}${
    fixed
      ? html`<span class="answer">${answerWords(question, answer)}</span>`
      : isChoice(question)
        ? drawChoice(sheet, question, key, described)
        : drawFields(sheet, question, key, described)
  }${answer?.state === 'given' ? drawAboutAnswer(question, answer, fixed) : nothing}${drawBefore(question, sheet.look.changes?.[key], answer)}${fixed ? nothing : drawSuggestions(sheet, question, key)}${fixed ? nothing : drawNotGiven(sheet, question, key)}</div>`;
}

function hintWords(words: string | undefined): TemplateResult | null {
  return words === undefined ? null : html`<span class="hint">${words}</span>`;
}

/** Where an answer is from, what of it the controls cannot show, and whether somebody should look again. */
function drawAboutAnswer(question: FormQuestion, answer: Given, fixed: boolean) {
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
      ? html`<span class="meta">${confirmed === true ? 'Unusual, and confirmed' : 'Unusual, and not confirmed'}: ${words}</span>`
      : html`<span class="unusual" role="group" aria-label="Check this answer"><strong>Is ${valuesWords(question, [value])} right?</strong> It counts as entered; ${words} <button type="button" data-do="yes">Yes, it is right</button></span>`,
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
      ? html`<span class="meta">= ${formatQuantity(value.value, unitText(question, value.unit ?? question.units?.[0]?.code))}</span>`
      : nothing,
  );
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
function drawBefore(question: FormQuestion, before: Answer | undefined, now: Answer | null) {
  if (before?.state !== 'given' || now === null) return nothing;
  if (now.state === 'given' && JSON.stringify(now.values) === JSON.stringify(before.values)) return nothing;
  return html`<span class="meta">Changed: was ${valuesWords(question, before.values)}, ${dayOr(before.at, 'date not recorded')}</span>`;
}
