import { bandText, figureText, isUsed } from '@ehch/clinical/assessment';
import { formatQuantity, plainText } from '@ehch/clinical/display';
import type { ScoreResult } from '@ehch/clinical';
import type { CannotScore, FormTotal, ItemKey, NotScored, Total } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { count } from '../internal/text.ts';
import { controls } from './controls.ts';
import { limitWords } from './limits.ts';
import { idOf } from './shown.ts';
import type { ShownForm } from './shown.ts';

const CANNOT: Record<CannotScore, string> = {
  unsupported: 'this form uses a calculation that is not carried out here',
  circular: 'its calculation depends on itself',
  'not-one-value': 'its calculation does not come to one value',
  'wrong-kind': 'its calculation comes to another kind of value than the form asks for',
  'not-whole': 'its calculation does not come to a whole number, which the form asks for',
  'depends-on-unscored': 'what it is made of cannot be scored',
  'evaluator-failed': 'its calculation failed',
};

const NOT_SCORED: Record<NotScored, string> = {
  'unknown-instrument': 'the form names a score that is not known here',
  'other-questions': 'the form names a score and asks something else than that score does',
};

/** A calculated item. It says how far it can be relied on in words; where it cannot be scored there is no number. */
export function renderTotal(shown: ShownForm, item: FormTotal, key: ItemKey): TemplateResult {
  const total = shown.state.totals.get(key) ?? { state: 'waiting' };
  return html`<div class="item total" data-key=${key} data-state=${total.state}>
    <span class="text" id=${idOf(shown, key, 't')}>${plainText(item.text)}</span>
    ${limitWords(shown.state.form, item.id)}
    <span class="score">${totalWords(total, item)}</span>
    ${renderWhy(key, item.text)}
  </div>`;
}

/** "8 · complete", "so far 8 · 3 answers missing", or why there is no number. */
export function totalWords(total: Total, { unit }: FormTotal): string {
  switch (total.state) {
    case 'scored':
      return soFar(formatQuantity(total.value, unit ?? null), total.missing);
    case 'said':
      return soFar(said(total.value), total.missing);
    case 'nothing':
      return total.missing.length === 0 ? 'no value' : `no value yet · ${missingWords(total.missing)}`;
    case 'waiting':
      return 'being worked out';
    case 'cannot-score':
      return `cannot score: ${CANNOT[total.why]}`;
  }
}

function said(value: string | boolean): string {
  if (typeof value === 'string') return plainText(value);
  return value ? 'Yes' : 'No';
}

// Not "at least": a calculation may subtract or divide.
function soFar(value: string, missing: readonly unknown[]): string {
  return missing.length === 0 ? `${value} · complete` : `so far ${value} · ${missingWords(missing)}`;
}

/** The line of an instrument's own score, at the head of its questions. */
export function renderScore(shown: ShownForm, key: ItemKey, title: string): TemplateResult | typeof nothing {
  const { scores, notScored } = shown.state;
  const score = scores.get(key);
  const why = notScored?.get(key);
  if (why !== undefined)
    return html`<div class="total" data-state="cannot-score">
      <span class="score">cannot score: ${NOT_SCORED[why]}</span>
    </div>`;
  if (score === undefined) return nothing;
  return html`<div class="total" data-state=${score.status}>
    <span class="score">${scoreWords(score)}</span> ${renderWhy(key, title)}
  </div>`;
}

/** "so far at least 8 of 20 · 3 parts missing". */
export function scoreWords(score: ScoreResult): string {
  const { status, total, atLeast, band, missing } = score;
  // "At least 0" of nothing would be a number that nobody gave.
  if (status === 'incomplete' && !isUsed(score)) return `not answered yet · ${missingWords(missing, 'part')}`;
  const group = band === null ? '' : ` · ${bandText(band)}`;
  switch (status) {
    case 'complete':
      return `${total === null ? 'no total' : figureText(score, total)}${group} · complete`;
    case 'incomplete': {
      const soMuch = atLeast === undefined ? 'incomplete' : `so far at least ${figureText(score, atLeast)}`;
      return `${soMuch} · ${missingWords(missing, 'part')}`;
    }
    case 'invalid':
      return 'cannot score: an answer is not possible';
    case 'not-applicable':
      return 'not scored: not meant for this person';
  }
}

function missingWords(missing: readonly unknown[], one = 'answer'): string {
  return `${count(missing.length, one)} missing`;
}

function renderWhy(key: ItemKey, text: string): TemplateResult {
  return html`<button
    type="button"
    class="quiet"
    aria-label="Why? ${plainText(text)}"
    ${controls.press({ kind: 'explain', key })}
  >Why?</button>`;
}
