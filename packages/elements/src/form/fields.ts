import { civilDayOf, plainText } from '@ehch/clinical';
import type { AnswerValue, FormQuestion, ItemKey } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { asIs } from './as-is.ts';
import type { Sheet } from './sheet.ts';
import { fieldNumber, questionText } from './value-words.ts';
import { written } from './written.ts';

/** Where one answer of a question is typed. */
interface Place {
  readonly sheet: Sheet;
  readonly question: FormQuestion;
  readonly key: ItemKey;
  readonly n: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly described: unknown;
  /** Of a question that takes several answers: its words and the number of the answer. */
  readonly label: string | typeof nothing;
}

/** The text fields of a question: one, or for a repeating one as many as there are answers and an empty one. */
export function drawFields(
  sheet: Sheet,
  question: FormQuestion,
  key: ItemKey,
  described: unknown,
): TemplateResult | readonly TemplateResult[] {
  const answer = sheet.answer(key);
  const values = answer?.state === 'given' ? answer.values : [];
  const fields = sheet.note(key).typed ?? fieldsOf(question, values);
  const place = { sheet, question, key, fields, described };
  const draw = question.type === 'date' ? drawDate : drawText;
  if (question.repeats !== true) return draw({ ...place, n: 0, label: nothing });
  let count = 0;
  while (`${count}` in fields || `${count}y` in fields) count++;
  // A field more than there are texts, also when nothing is typed.
  const empty = fields[count - 1] === '' || fields[`${count - 1}y`] === '';
  return Array.from({ length: empty ? count : count + 1 }, (_, n) =>
    draw({ ...place, n, label: `${questionText(question)}, ${n + 1}` }),
  );
}

/** An answer as its fields show it. */
function fieldsOf(question: FormQuestion, values: readonly AnswerValue[]): Record<string, string> {
  const fields: Record<string, string> = {};
  let n = 0;
  for (const value of values) {
    if (!canBeTyped(question, value)) continue;
    Object.assign(fields, fieldsOfOne(question, value, n));
    n++;
  }
  return fields;
}

/** Whether the fields of a question can show a value. */
export function canBeTyped({ type }: FormQuestion, value: AnswerValue): boolean {
  if (type === 'integer' || type === 'decimal' || type === 'quantity') return value.type === 'number';
  return type === value.type;
}

function fieldsOfOne({ units }: FormQuestion, value: AnswerValue, n: number): Record<string, string> {
  if (value.type === 'number') {
    const { value: number, unit = units?.[0]?.code } = value.entered ?? value;
    return { [n]: fieldNumber(number), ...(unit === undefined ? {} : { [`${n}u`]: unit }) };
  }
  if (value.type !== 'date') return { [n]: String(value.value) };
  const [year = '', month = '', day = ''] = (civilDayOf(value.value) ?? value.value).split('-');
  return { [`${n}d`]: day, [`${n}m`]: month, [`${n}y`]: year };
}

function drawDate(place: Place): TemplateResult {
  const { sheet, key, n, described, label } = place;
  const part = (name: string, words: string, size: number) =>
    html`<label class="field">${words} ${input(place, `${n}${name}`, nothing, 'numeric', size)}</label>`;
  return html`<div class="fields" role="group" aria-labelledby=${label === nothing ? sheet.id(key, 't') : nothing} aria-label=${label} aria-describedby=${described}>${part('d', 'Day', 2)}${part('m', 'Month', 2)}${part('y', 'Year', 4)}</div>`;
}

function drawText(place: Place): TemplateResult {
  const { sheet, question, key, n, fields, label } = place;
  if (question.type === 'text' && question.repeats !== true) {
    return html`<textarea id=${sheet.id(key, 'f')} data-f="0" rows="1" aria-describedby=${place.described} aria-invalid=${invalid(place)} aria-required=${question.required ? 'true' : nothing} .value=${asIs(fields['0'] ?? '')}></textarea>${written(fields['0'])}`;
  }
  const mode = { integer: 'numeric', decimal: 'decimal', quantity: 'decimal' }[question.type as string];
  const size = mode === undefined && question.type !== 'time' ? nothing : 7;
  const units = question.units ?? [];
  const unit = sheet.id(key, 'u');
  const described = place.described === nothing ? unit : `${String(place.described)} ${unit}`;
  const whole = units.length === 1 ? { ...place, described } : place;
  return html`<div class="fields">${input(whole, `${n}`, label, mode, size)}${question.type === 'text' ? written(fields[n]) : nothing}${
    units.length === 1
      ? html`<span id=${unit}>${plainText(units[0]?.text ?? '')}</span>`
      : units.length > 1
        ? drawUnits(place)
        : nothing
  }</div>`;
}

/** No unit is chosen by itself: 10 stone is not 10 kg. */
function drawUnits({ sheet, question, key, n, fields }: Place): TemplateResult {
  return html`<span class="options" role="radiogroup" aria-label="Unit: ${questionText(question)}">${question.units?.map(
    ({ code, text }) =>
      html`<label class="option"><input type="radio" name=${sheet.id(key, `u${n}`)} data-f="${n}u" .value=${code} .checked=${asIs(fields[`${n}u`] === code)} />${plainText(text)}</label>`,
  )}</span>`;
}

/** Text always: a number field of the browser changes its value by the wheel, and gives nothing of "58,2". */
function input(
  place: Place,
  name: string,
  label: string | typeof nothing,
  mode: string | undefined,
  size: number | typeof nothing,
): TemplateResult {
  const { sheet, question, key, fields, described } = place;
  // The parts of a date have labels of their own around them.
  const id = /^\d+$/.test(name) && label === nothing ? sheet.id(key, 'f') : nothing;
  return html`<input id=${id} data-f=${name} size=${size} inputmode=${mode ?? nothing} autocomplete="off" aria-label=${label} aria-describedby=${question.type === 'date' ? nothing : described} aria-invalid=${invalid(place)} aria-required=${question.required ? 'true' : nothing} .value=${asIs(fields[name] ?? '')} />`;
}

function invalid({ sheet, key }: Place) {
  const { refused, within } = sheet.note(key);
  return refused === undefined || within === true ? nothing : 'true';
}
