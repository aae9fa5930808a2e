import { planKind } from '@ehch/clinical/care-plan';
import type { PlanField, PlanLineKind } from '@ehch/clinical/care-plan';
import { planStopOf } from '@ehch/clinical/session';
import type { OpenLine } from '@ehch/clinical/session';
import { precisionOf } from '@ehch/clinical/time';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { planPresses } from '../care-plan-press.ts';
import { stopWords } from './plan-receipt.ts';
import { renderConflict } from './render-conflict.ts';
import type { PlanEdit } from '../plan-edit.ts';

const { press, typed } = planPresses;

/** The form of one open line: what changed elsewhere first, then its fields, then what saving does. */
export function renderOpenLine(open: OpenLine, edit: PlanEdit, now: Instant): TemplateResult {
  const { key, kind, isGone } = open;
  const { title, decided, fields } = planKind(kind);
  const stop = planStopOf(open, edit.presser, now);
  const isProposal = !decidesNow(kind, edit);
  return html`<p class="on-paper strong">Being changed when this was printed, and not saved.</p>
    <div class="form" role="group" aria-label=${title} data-open=${key}>
    ${decided === null ? nothing : html`<p class="aside">${wholeWords(kind, isProposal, edit)}</p>`}
    ${renderConflict(open)} ${Object.entries(fields).map(([name, field]) => renderField(open, name, field))}
    ${whoPresses(edit)} ${stop === null ? nothing : html`<p class="aside">${stopWords(stop, kind)}</p>`}
    <div class="buttons">
      ${
        isGone
          ? html`<button type="button" ${press({ kind: 'keep-as-new', key })}>Keep it as a new line</button>`
          : html`<button type="button" class="save" aria-disabled=${stop !== null} ${press({ kind: 'save', key })}>
              ${
                decided === null
                  ? 'Save'
                  : isProposal
                    ? 'Propose'
                    : open.line === null
                      ? 'Record the decision'
                      : 'Replace the whole decision'
              }
            </button>`
      }
      <button type="button" ${press({ kind: 'close', key })}>Put away, do not save</button>
      ${
        open.line === null || isProposal || isGone
          ? nothing
          : html`<button type="button" ${press({ kind: 'ask-end', line: open.line })}>This is no longer so</button>`
      }
    </div>
  </div>`;
}

/** Whether what this person saves of this kind counts at once. Everything else is a proposal (SPEC L5). */
export function decidesNow(kind: PlanLineKind, { mayDecide, session }: PlanEdit): boolean {
  return planKind(kind).decided === null || (mayDecide && session.isOnline);
}

/** A decision is taken whole, and only some people take it. Whoever writes is told which of the two this is. */
function wholeWords(kind: PlanLineKind, isProposal: boolean, { mayDecide }: PlanEdit): string {
  if (!isProposal)
    return kind === 'unwell'
      ? 'It can stand in the place of 999, so it is agreed whole: all of it, anew, with somebody on a day.'
      : 'A decision is taken whole: check every field against the signed original, and say anew who decided it, and when.';
  const why = mayDecide ? 'There is no connection' : 'You may not decide this here';
  return `${why}, so this is a PROPOSAL. Nothing goes by it until somebody who may decide has taken it over.`;
}

/** Asked where the page does not say it. Without a name nothing is saved. */
export function whoPresses({ asksPresser, typedName }: PlanEdit): TemplateResult | typeof nothing {
  if (!asksPresser) return nothing;
  return html`<label class="field" ${typed('input', 'write-presser', (text) => ({ kind: 'write-presser', text }))}>
    Your name
    <input type="text" name="presser" maxlength="80" autocomplete="off" .value=${typedName} />
  </label>`;
}

function renderField(open: OpenLine, name: string, field: PlanField): TemplateResult | typeof nothing {
  const { key } = open;
  const value = open.mine[name] ?? '';
  const { decided } = planKind(open.kind);
  const isNeeded = field.isRequired === true || name === decided?.by || name === decided?.on;
  const label = html`${field.label}${isNeeded ? nothing : html`, <span class="hint">if known</span>`}`;
  const write = (text: string) => ({ kind: 'write', key, field: name, text }) as const;
  switch (field.form.kind) {
    case 'line':
      return nothing;
    case 'one-of':
      return html`<label class="field" ${typed('change', 'write', write)}>
        ${label}
        <select name=${name}>
          <option value="" ?selected=${value === ''}>Not chosen</option>
          ${Object.entries(field.form.options).map(
            ([option, words]) =>
              html`<option value=${option} ?selected=${value === option}>${words}</option>`,
          )}
        </select>
      </label>`;
    case 'day':
      return renderDay(name, value, label, write);
    case 'words':
      return html`<label class="field" ${typed('input', 'write', write)}>
        ${label}
        ${
          field.form.isOneLine === true
            ? html`<input type="text" name=${name} maxlength="200" autocomplete="off" .value=${value} />`
            : html`<textarea name=${name} rows="2" maxlength="2000" .value=${value}></textarea>`
        }
      </label>`;
  }
}

/** A day from a calendar. Where only the month or the year is known it is typed, because a calendar cannot say that. */
function renderDay(
  name: string,
  value: string,
  label: unknown,
  write: (text: string) => {
    readonly kind: 'write';
    readonly key: string;
    readonly field: string;
    readonly text: string;
  },
): TemplateResult {
  const isTyped = name === 'expires' || (value !== '' && precisionOf(value) !== 'day');
  return html`<label class="field" ${typed('input', 'write', write)}>
    ${label}
    ${
      isTyped
        ? html`<span class="hint">Year, month and day as far as they are known: 2027-03</span>
            <input type="text" name=${name} maxlength="30" autocomplete="off" .value=${value} />`
        : html`<input type="date" name=${name} .value=${value} />`
    }
  </label>`;
}
