import { planFieldWords } from '@ehch/clinical/care-plan';
import type { PlanBody, PlanLine } from '@ehch/clinical/care-plan';
import { spanOf } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import { fact } from '../internal/fact.ts';
import { data, joined, strong } from '../internal/text.ts';
import { dated, day } from '../internal/when.ts';
import { byOn } from './by-on.ts';
import { notInForce } from './not-in-force.ts';
import { addLine, editRow } from './edit-line.ts';
import { lineCard, namedAlready, sharing } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** Capacity for each decision, and safeguards with the day on which they end. Nobody has or lacks capacity in general. */
export function renderCapacity({ capacity, dols }: PlanBody, around: PlanSurroundings): unknown {
  const add = [
    addLine('capacity', 'Add capacity for a decision', around),
    addLine('dols', 'Add deprivation of liberty safeguards', around),
  ];
  const all = [...capacity, ...dols];
  if (all.length === 0 && add.every((one) => one === nothing)) return nothing;
  const { words, within } = sharing(all, around);
  return lineCard(
    'capacity',
    'Capacity, decision by decision',
    around,
    html`<ul class="facts">
      ${capacity.map((one) => [
        finding(one, within),
        editRow(one.id, around),
      ])} ${dols.map((one) => [safeguards(one, within), editRow(one.id, around)])}
    </ul>
    ${add}`,
    words,
  );
}

function finding(one: PlanLine<'capacity'>, around: PlanSurroundings) {
  const { decision, finding: found, assessedBy, assessedOn } = one.fields;
  const assessed =
    assessedBy === null && assessedOn === null
      ? found === 'not-assessed'
        ? null
        : 'who assessed it, and when, is not recorded'
      : html`assessed ${byOn(assessedBy, assessedOn)}`;
  const about = strong(decision ?? 'Decision not named');
  const isAuthor = assessedBy !== null && assessedBy === one.by?.name;
  return fact(
    joined([html`${notInForce(one)}${about}: ${planFieldWords('capacity', 'finding', found)}`, assessed]),
    one,
    isAuthor ? namedAlready(one.by, around) : around,
  );
}

function safeguards(one: PlanLine<'dols'>, around: PlanSurroundings) {
  const { state, from, until, by } = one.fields;
  const end = spanOf(until)?.to;
  const stands = html`<strong>${planFieldWords('dols', 'state', state)}</strong>`;
  const hasEnded = end !== undefined && end < around.today;
  return fact(
    joined([
      html`${notInForce(one)}Deprivation of liberty safeguards: ${stands}`,
      by === null ? null : html`by ${data(by)}`,
      dated('from', from),
      until === null
        ? state === 'authorised'
          ? 'the day on which it ends is not recorded'
          : null
        : hasEnded && !around.died
          ? html`<strong class="late">▲ ended ${day(until)}</strong>`
          : dated('until', until),
    ]),
    one,
    around,
  );
}
