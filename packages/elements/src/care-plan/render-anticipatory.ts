import { planFieldWords } from '@ehch/clinical/care-plan';
import type { PlanBody, PlanLine } from '@ehch/clinical/care-plan';
import { spanOf } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import { fact } from '../internal/fact.ts';
import { data, joined } from '../internal/text.ts';
import { dated, day } from '../internal/when.ts';
import { addLine, editRow } from './edit-line.ts';
import { lineCard, sharing } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** Whether the medicines for the last days are in the home, where, until when, and who may give them. */
export function renderAnticipatory({ anticipatory }: PlanBody, around: PlanSurroundings): unknown {
  const add = addLine('anticipatory', 'Add medicines for the last days', around);
  if (anticipatory.length === 0 && add === nothing) return nothing;
  const { words, within } = sharing(anticipatory, around);
  return lineCard(
    'anticipatory',
    'Medicines for the last days',
    around,
    html`<ul class="facts">
      ${anticipatory.map((one) => [medicines(one, within), editRow(one.id, around)])}
    </ul>
    ${add}`,
    words,
  );
}

function medicines(one: PlanLine<'anticipatory'>, around: PlanSurroundings) {
  const { state, what, where, expires, mayGive, checkedOn } = one.fields;
  const isHere = state === 'in-the-home';
  const end = spanOf(expires)?.to;
  const hasExpired = end !== undefined && end < around.today;
  return fact(
    html`${joined([
      html`<strong>${planFieldWords('anticipatory', 'state', state)}</strong>`,
      what === null ? 'which is not recorded' : data(what),
      where === null ? (isHere ? 'where is not recorded' : null) : html`<strong>${data(where)}</strong>`,
      expires === null
        ? isHere
          ? 'expiry not recorded'
          : null
        : hasExpired
          ? html`<strong class="late">▲ expired ${day(expires)}</strong>`
          : dated('expires', expires),
    ])}
      <span class="parts"
        >${joined([
          html`May be given by: ${mayGive === null ? 'not recorded' : html`<strong>${data(mayGive)}</strong>`}`,
          checkedOn === null ? 'never recorded as checked' : dated('checked', checkedOn),
        ])}</span
      >`,
    one,
    around,
  );
}
