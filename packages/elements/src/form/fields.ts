import { plainText } from '@ehch/clinical/display';
import { fieldsOfAnswer } from '@ehch/clinical/session';
import type { FormQuestion, ItemKey } from '@ehch/clinical/form';
import type { AnswerPart, Field, Fields } from '@ehch/clinical/session';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { controls } from './controls.ts';
import { answerAt, entryAt, idOf } from './shown.ts';
import type { ShownForm } from './shown.ts';
import { questionText } from './value-words.ts';
import { written } from './written.ts';

/** Where one answer of a question is typed. */
interface Place {
  readonly shown: ShownForm;
  readonly question: FormQuestion;
  readonly key: ItemKey;
  readonly n: number;
  readonly fields: Fields;
  readonly described: unknown;
  /** Of a question that takes several answers: its words and the number of the answer. */
  readonly label: string | typeof nothing;
}

/** What stands in the fields of a question: what is typed there, else its answer. */
export function fieldsAt(shown: ShownForm, question: FormQuestion, key: ItemKey): Fields {
  return entryAt(shown, key).typed?.fields ?? fieldsOfAnswer(question, answerAt(shown, key));
}

/** The text fields of a question: one, or for a repeating one as many as there are answers and an empty one. */
export function renderFields(
  shown: ShownForm,
  question: FormQuestion,
  key: ItemKey,
  described: unknown,
): TemplateResult | readonly TemplateResult[] {
  const fields = fieldsAt(shown, question, key);
  const place = { shown, question, key, fields, described };
  const renderOne = question.type === 'date' ? renderDate : renderText;
  if (question.repeats !== true) return renderOne({ ...place, n: 0, label: nothing });
  const { length } = fields.answers;
  const last = fields.answers.at(-1);
  const hasEmpty = last !== undefined && !(question.type === 'date' ? last.year : last.text);
  return Array.from({ length: hasEmpty ? length : length + 1 }, (_, n) =>
    renderOne({ ...place, n, label: `${questionText(question)}, ${n + 1}` }),
  );
}

function renderDate(place: Place): TemplateResult {
  const { shown, key, described, label } = place;
  const part = (name: AnswerPart, words: string, size: number) =>
    html`<label class="field">${words} ${renderInput(place, name, { mode: 'numeric', size })}</label>`;
  return html`<div
    class="fields"
    role="group"
    aria-labelledby=${label === nothing ? idOf(shown, key, 't') : nothing}
    aria-label=${label}
    aria-describedby=${described}
  >${part('day', 'Day', 2)}${part('month', 'Month', 2)}${part('year', 'Year', 4)}</div>`;
}

function renderText(place: Place): TemplateResult {
  const { shown, question, key } = place;
  if (question.type === 'text' && question.repeats !== true) return renderTextArea(place);
  const mode = MODES[question.type];
  const size = mode === undefined && question.type !== 'time' ? nothing : 7;
  const units = question.units ?? [];
  const unit = idOf(shown, key, 'u');
  const described = place.described === nothing ? unit : `${String(place.described)} ${unit}`;
  const field = renderInput(units.length === 1 ? { ...place, described } : place, 'text', { mode, size });
  return html`<div class="fields">${field}${
    question.type === 'text' ? written(textOf(place, 'text')) : nothing
  }${
    units.length === 1
      ? html`<span id=${unit}>${plainText(units[0]?.text ?? '')}</span>`
      : units.length > 1
        ? renderUnits(place)
        : nothing
  }</div>`;
}

const MODES: Partial<Record<FormQuestion['type'], string>> = {
  integer: 'numeric',
  decimal: 'decimal',
  quantity: 'decimal',
};

function renderTextArea(place: Place): TemplateResult {
  const { shown, question, key, described } = place;
  return html`<textarea
    id=${idOf(shown, key, 'f')}
    rows="1"
    aria-describedby=${described}
    aria-invalid=${isInvalid(place)}
    aria-required=${question.required ? 'true' : nothing}
    .value=${live(textOf(place, 'text'))}
    ${typing(place, 'text')}
    ${entering(place, 'text')}
  ></textarea>${written(textOf(place, 'text'))}`;
}

/** No unit is chosen by itself: 10 stone is not 10 kg. */
function renderUnits(place: Place): TemplateResult {
  const { shown, question, key, n } = place;
  const chosen = textOf(place, 'unit');
  return html`<span
    class="options"
    role="radiogroup"
    aria-label="Unit: ${questionText(question)}"
    ${entering(place, 'unit')}
    >${question.units?.map(
      ({ code, text }) =>
        html`<label class="option"
          ><input
            type="radio"
            name=${idOf(shown, key, `u${n}`)}
            .value=${code}
            .checked=${live(chosen === code)}
          />${plainText(text)}</label
        >`,
    )}</span
  >`;
}

interface FieldLook {
  readonly mode: string | undefined;
  readonly size: number | typeof nothing;
}

/** Text always: a number field of the browser changes its value by the wheel, and gives nothing of "58,2". */
function renderInput(place: Place, part: AnswerPart, { mode, size }: FieldLook): TemplateResult {
  const { shown, question, key, label, described } = place;
  // The parts of a date have labels of their own around them.
  const isPart = question.type === 'date';
  return html`<input
    id=${!isPart && label === nothing ? idOf(shown, key, 'f') : nothing}
    size=${size}
    inputmode=${mode ?? nothing}
    autocomplete="off"
    aria-label=${isPart ? nothing : label}
    aria-describedby=${isPart ? nothing : described}
    aria-invalid=${isInvalid(place)}
    aria-required=${question.required ? 'true' : nothing}
    .value=${live(textOf(place, part))}
    ${typing(place, part)}
    ${entering(place, part)}
  />`;
}

function typing({ key, n }: Place, part: AnswerPart) {
  const field = { part, n };
  return controls.typed('input', 'type', (text) => ({ kind: 'type', key, field, text }));
}

function entering({ key, n }: Place, part: AnswerPart) {
  const field = { part, n };
  return controls.typed('change', 'enter', (text) => ({ kind: 'enter', key, field, text }));
}

function textOf({ fields, n }: Place, part: AnswerPart): string {
  return fields.answers[n]?.[part] ?? '';
}

function isInvalid({ shown, key }: Place) {
  const part = entryAt(shown, key).typed?.last.part;
  return part === 'reason' ? nothing : invalidAt(shown, key, part);
}

/** `aria-invalid` of a field: what was typed into this part of the question is no answer. */
export function invalidAt(
  shown: ShownForm,
  key: ItemKey,
  part: Field['part'] | undefined,
): 'true' | typeof nothing {
  const { typed } = entryAt(shown, key);
  if (typed === null || typed.doubt === null || typed.isWithinDate) return nothing;
  return typed.last.part === part ? 'true' : nothing;
}
