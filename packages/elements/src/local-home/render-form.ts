import type { LocalResident } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { field } from '../internal/field.ts';
import { heading } from '../internal/heading.ts';
import { knownResident } from '../internal/known-resident.ts';
import { homePresses } from './local-home-press.ts';
import type { EntryField, Fields, OpenForm } from './local-home-session.ts';
import { ALIKE_WHY, faultWords, LEFT_WORDS } from './local-home-words.ts';

const { press, typed } = homePresses;

/** What a form is drawn from. */
export interface FormOnScreen {
  readonly form: OpenForm;
  readonly residents: readonly LocalResident[];
  readonly level: number;
  readonly today: string;
  readonly isKeeping: boolean;
}

export function renderHomeForm(shown: FormOnScreen): TemplateResult {
  return shown.form.kind === 'entry' ? renderEntry(shown, shown.form) : renderLeaving(shown, shown.form);
}

const types = (name: EntryField) => typed('input', 'type', (text) => ({ kind: 'type', field: name, text }));

function renderEntry(shown: FormOnScreen, form: Extract<OpenForm, { kind: 'entry' }>): TemplateResult {
  const { fields, faults, resident, alike } = form;
  const title = resident === null ? 'Add a resident' : 'Correct a resident';
  const keep = resident === null ? 'Put on the list' : 'Keep the correction';
  return html`<div class="card" role="group" aria-labelledby="form">
    ${heading(shown.level, 'form', title)}
    ${field({
      name: 'family',
      label: 'Family name',
      value: fields.family,
      fault: faultWords(faults, 'family'),
      typed: types('family'),
    })}
    ${field({
      name: 'given',
      label: 'Given names',
      value: fields.given,
      fault: faultWords(faults, 'given'),
      typed: types('given'),
    })}
    ${dateFields('Date of birth', fields, faultWords(faults, 'born'))}
    ${field({
      name: 'nhs',
      label: 'NHS number',
      hint: '10 digits, for example from a letter of the practice. Leave it empty if it is not known.',
      value: fields.nhs,
      fault: faultWords(faults, 'nhs-number'),
      isNumber: true,
      typed: types('nhs'),
    })}
    ${field({ name: 'room', label: 'Room', value: fields.room, typed: types('room') })}
    ${alike.length === 0 ? buttons(shown, keep) : lookFirst(shown, form)}
  </div>`;
}

/** Two records of one person hide half of what is known, so a person looks before a second one is made. */
function lookFirst(
  { residents, today, isKeeping }: FormOnScreen,
  { alike, resident }: Extract<OpenForm, { kind: 'entry' }>,
): TemplateResult {
  return html`<div class="notice" role="alert">
      <p class="strong">Not kept yet. Look whether it is the same person:</p>
      <ul class="items">
        ${alike.map(({ resident: id, why }) => {
          const other = residents.find((one) => one.resident === id);
          if (other === undefined) return nothing;
          const gone = other.left === null ? '' : ' and is no longer on the list';
          return html`<li class="row">
            ${knownResident(other, today)}
            <span>This resident ${ALIKE_WHY[why]}${gone}.</span>
          </li>`;
        })}
      </ul>
    </div>
    <div class="buttons">
      <button type="button" ${press({ kind: 'cancel' })}>The same person: keep nothing</button>
      <button type="button" aria-disabled=${isKeeping} ${press({ kind: 'other-people' })}>
        ${resident === null ? 'Another person: put on the list' : 'Another person: keep the correction'}
      </button>
    </div>`;
}

function renderLeaving(shown: FormOnScreen, form: Extract<OpenForm, { kind: 'leaving' }>): TemplateResult {
  const resident = shown.residents.find((one) => one.resident === form.resident);
  const fault = form.faults.includes('date') ? 'Enter a date that exists and has come.' : null;
  const why = (value: 'moved' | 'died') =>
    html`<label class="option"
      ><input
        type="radio"
        name="why"
        .checked=${form.why === value}
        ${typed('change', 'choose-why', () => ({ kind: 'choose-why', why: value }))}
      /><span>${LEFT_WORDS[value]}</span></label
    >`;
  return html`<div class="card" role="group" aria-labelledby="form">
    ${heading(shown.level, 'form', 'Take off the list')}
    <p>${resident === undefined ? nothing : knownResident(resident, shown.today)}</p>
    <p>What was recorded stays on this PC.</p>
    <fieldset>
      <legend>Why</legend>
      ${form.faults.includes('why') ? html`<span class="fault">Choose one.</span>` : nothing}
      ${why('moved')} ${why('died')}
    </fieldset>
    ${dateFields('On which day', form.fields, fault)}
    ${buttons(shown, 'Take off the list')}
  </div>`;
}

function dateFields(label: string, fields: Fields, fault: string | null): TemplateResult {
  const part = (name: 'day' | 'month' | 'year', words: string) =>
    field({ name, label: words, value: fields[name], isNumber: true, typed: types(name) });
  return html`<fieldset>
    <legend>
      ${label}<span class="hint">As far as it is known: a year alone will do.</span>
      ${fault === null ? nothing : html`<span class="fault">${fault}</span>`}
    </legend>
    <div class="parts">${part('day', 'Day')} ${part('month', 'Month')} ${part('year', 'Year')}</div>
  </fieldset>`;
}

function buttons({ isKeeping }: FormOnScreen, words: string): TemplateResult {
  return html`<div class="buttons">
    <button type="button" aria-disabled=${isKeeping} ${press({ kind: 'keep' })}>${words}</button>
    <button type="button" ${press({ kind: 'cancel' })}>Cancel</button>
  </div>`;
}
