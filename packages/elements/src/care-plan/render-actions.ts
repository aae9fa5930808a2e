import type { CarePlanEntry } from '@ehch/clinical';
import { planFieldWords } from '@ehch/clinical/care-plan';
import type { PlanBody, PlanLine } from '@ehch/clinical/care-plan';
import { spanOf } from '@ehch/clinical/time';
import type { PartialDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import { fact } from '../internal/fact.ts';
import { data, joined, lines, plain, strong } from '../internal/text.ts';
import { dated } from '../internal/when.ts';
import { due } from '../resident-summary/sections/due-words.ts';
import { addLine, editRow } from './edit-line.ts';
import { lineCard, sharing } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

type Action = PlanLine<'action'>;

/** Who does what until when. What is late stands first, what is done last. */
export function renderActions({ actions, otherPlans }: PlanBody, around: PlanSurroundings): unknown {
  const add = addLine('action', 'Add an action', around);
  const all = [...actions, ...otherPlans];
  if (all.length === 0 && add === nothing) return nothing;
  const { words, within } = sharing(all, around);
  const ordered = actions.toSorted((a, b) => rank(a, around) - rank(b, around));
  return lineCard(
    'actions',
    'Who does what',
    around,
    html`<ul class="facts">
      ${ordered.map((one) => [
        action(one, within),
        editRow(one.id, around),
      ])} ${otherPlans.map((one) => otherPlan(one, within))}
    </ul>
    ${add}`,
    words,
  );
}

const isOpen = ({ fields: { state } }: Action): boolean => state === 'to-do' || state === 'under-way';

function rank(one: Action, { today }: PlanSurroundings): number {
  if (!isOpen(one)) return 2;
  const span = spanOf(one.fields.due);
  return span !== null && span.to < today ? 0 : 1;
}

function action(one: Action, around: PlanSurroundings) {
  const { what, owner, due: by, state } = one.fields;
  return fact(
    joined([
      strong(what ?? 'What is to be done is not recorded'),
      owner === null ? 'no owner recorded' : data(owner),
      dueWords('due', by, around, isOpen(one)) ?? 'no day recorded',
      planFieldWords('action', 'state', state),
    ]),
    one,
    around,
  );
}

function dueWords(word: string, on: PartialDate | null, around: PlanSurroundings, isWaiting: boolean) {
  if (on === null) return null;
  return isWaiting && around.isUrging ? due(word, on, around.today) : dated(word, on);
}

/** A plan of another system, as its record says it. */
function otherPlan(one: CarePlanEntry, around: PlanSurroundings) {
  const { title, description, status, reviewBy, actions } = one;
  const isCurrent = status === 'active' || status === 'unknown';
  return fact(
    html`${joined([
      strong(title),
      description === undefined ? null : lines(description),
      status === 'unknown' ? 'status not known' : plain(status),
      dueWords('review by', reviewBy, around, isCurrent),
    ])}
    <span class="actions"
      >${actions.map(
        (each) =>
          html`<span class="action"
            >${joined([
              data(each.text),
              each.owner === null ? 'no owner recorded' : data(each.owner),
              dueWords('due', each.due, around, isCurrent),
            ])}</span
          >`,
      )}</span
    >`,
    one,
    around,
  );
}
