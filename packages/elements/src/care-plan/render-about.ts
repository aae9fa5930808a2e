import { planFieldWords } from '@ehch/clinical/care-plan';
import type { PlanBody, PlanLine } from '@ehch/clinical/care-plan';
import { html, nothing } from 'lit';
import { fact } from '../internal/fact.ts';
import { data, joined, lines } from '../internal/text.ts';
import { dated, moment } from '../internal/when.ts';
import { due } from '../resident-summary/sections/due-words.ts';
import { wholeLine } from './field-words.ts';
import { missingOf } from './missing-of.ts';
import { addLine, editRow } from './edit-line.ts';
import { lineCard, sharing } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** The plan itself: when it is looked at again, who helped to make it, on what basis it is shared, who changed what. */
export function renderAbout(body: PlanBody, around: PlanSurroundings): unknown {
  const { frame, helped, sharing: basis } = body;
  const all = [...(frame === null ? [] : [frame]), ...basis, ...helped];
  if (all.length === 0 && around.hasNoLines) return nothing;
  const add = [
    frame === null ? addLine('frame', 'Add a title and the next review', around) : nothing,
    basis.length === 0 ? addLine('sharing', 'Add the basis of sharing', around) : nothing,
    addLine('helped', 'Add who helped to make it', around),
  ];
  const { words, within } = sharing(all, around);
  return lineCard(
    'about',
    frame?.fields.title ?? 'This plan',
    around,
    html`<ul class="facts">
        ${frame === null ? nothing : [fact(review(body, around), frame, within), editRow(frame.id, around)]}
        ${basis.map((one) => [fact(basisWords(one), one, within), editRow(one.id, around)])}
        ${helped.map((one) => [fact(helpedWords(one), one, within), editRow(one.id, around)])}
      </ul>
      ${basis.length === 0 ? noBasis(around) : nothing} ${missingOf('helped', around)}
      ${missingOf('review', around)} ${add} ${unplaced(body, around)} ${ended(body, around)} ${versions(body)}`,
    words,
  );
}

function basisWords({ fields: { basis, words } }: PlanLine<'sharing'>) {
  return joined([
    html`Shared for: <strong>${planFieldWords('sharing', 'basis', basis)}</strong>`,
    words === null ? null : lines(words),
  ]);
}

function helpedWords({ fields: { name, how } }: PlanLine<'helped'>) {
  return html`Helped to make it: <strong>${data(name)}</strong>${how === null ? nothing : html`, ${data(how)}`}`;
}

function review({ frame }: PlanBody, around: PlanSurroundings) {
  const on = frame?.fields.reviewBy ?? null;
  if (on === null) return 'No day is set on which the plan is looked at again.';
  return around.isUrging ? due('Next review', on, around.today) : dated('Next review', on);
}

function noBasis({ hasNoLines }: PlanSurroundings) {
  return hasNoLines
    ? nothing
    : html`<p class="missing">On what basis the plan is shared is not recorded.</p>`;
}

/** A line that has lost what it belongs to is shown, and not dropped. */
function unplaced({ unplaced: lines }: PlanBody, around: PlanSurroundings) {
  if (lines.length === 0) return nothing;
  return html`<p class="between">Also in the plan</p>
    <ul class="facts">
      ${lines.map((one) => [fact(wholeLine(one), one, around), editRow(one.id, around)])}
    </ul>`;
}

function ended({ ended: lines }: PlanBody, around: PlanSurroundings) {
  if (lines.length === 0) return nothing;
  return html`<details class="more">
    <summary>No longer so (${lines.length})</summary>
    <ul class="facts">
      ${lines.map((one) => fact(wholeLine(one), one, around))}
    </ul>
  </details>`;
}

function versions({ versions: all }: PlanBody) {
  const [newest] = all;
  if (newest === undefined) return nothing;
  return html`<details class="more">
    <summary>Last changed ${moment(newest.at)}${
      newest.by === null ? nothing : html` by ${data(newest.by)}`
    }. Who changed what (${all.length})</summary>
    <ol>
      ${all.map(
        ({ at, by, what }) =>
          html`<li>${joined([
            moment(at),
            by === null ? 'by whom not recorded' : data(by),
            what === null ? 'changed' : data(what),
          ])}</li>`,
      )}
    </ol>
  </details>`;
}
