import type { PlanBody, PlanLine } from '@ehch/clinical/care-plan';
import { PLAN_KINDS, scenariosWithout, stageOn } from '@ehch/clinical/care-plan';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { besideFact } from '../internal/beside-fact.ts';
import { cautions } from '../internal/cautions.ts';
import { renderAuthorAndSource } from '../internal/fact.ts';
import { data, joined, lines, listed } from '../internal/text.ts';
import { dated, day, dayOr } from '../internal/when.ts';
import { due } from '../resident-summary/sections/due-words.ts';
import { missingOf } from './missing-of.ts';
import { addLine, editLine } from './edit-line.ts';
import type { LineOffer } from './plan-edit.ts';
import { notInForce } from './not-in-force.ts';
import { bodyIn } from './body-in.ts';
import { sharing, planStandingWords } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

type Unwell = PlanLine<'unwell'>;

/** What to do in each situation, and where the conversation about it stands. In the strip whatever its state. */
export function renderUnwell(around: PlanSurroundings): TemplateResult {
  const { body } = around.plan;
  if (body.state !== 'known')
    return html`<p class="between">What to do in each situation: ${planStandingWords(body, around)}.</p>`;
  const value = bodyIn(around.plan);
  // Records that disagree are told whole, side by side, further down.
  if (value === null && body.content.kind === 'disagree')
    return html`<p class="notice strong">What to do in each situation: records disagree. All are shown below.</p>`;
  return html`${value === null || value.unwell.length === 0 ? notSaid(around) : rows(value.unwell, around)}
  ${addLine('unwell', 'Add a situation', around, {}, offersBeside(value))} ${conversation(value, around)}
  ${addLine('conversation', 'Say where the conversation stands', around)}`;
}

/** What to do, and for which scenario nobody has said it. In the last days and after death nothing is urged. */
function rows(all: readonly Unwell[], around: PlanSurroundings) {
  return html`${table(all, around)} ${around.isUrging ? missingOf('unwell', around) : nothing}`;
}

/** The scenarios that the plan does not have, each with its situation written already. */
function offersBeside(value: PlanBody | null): readonly LineOffer[] {
  return scenariosWithout(value?.unwell ?? []).map((situation) => ({
    label: `Add: ${situation}`,
    fields: { situation },
  }));
}

function notSaid({ plan, hasNoLines }: PlanSurroundings) {
  if (hasNoLines)
    return html`<p class="missing">What to do in each situation: this source does not tell it. Ask.</p>`;
  const words = plan.missing.find(({ part }) => part === 'unwell')?.words;
  // Where a part was not read, nobody knows whether anything is missing.
  return html`<p class="missing">${words ?? 'What to do in each situation is not known.'}</p>`;
}

const STAY = PLAN_KINDS.unwell.fields.place.form;

/** One row a situation. Roles are written out, because a narrow screen stacks the cells. */
export function table(all: readonly Unwell[], around: PlanSurroundings): TemplateResult {
  const agreed = sharedAgreement(all);
  const { words, within } = sharing(all, around, false);
  return html`<table class="unwell" role="table">
    <caption>
      What to do${agreed === null ? nothing : html`. Agreed ${agreed}`} ${words}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${['Situation', 'Stay or go', 'Who to call'].map(
          (title) => html`<th scope="col" role="columnheader">${title}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${all.map((one) => [row(one, agreed !== null, within), editCells(one, around)])}
    </tbody>
  </table>`;
}

function row(line: Unwell, isAgreementShared: boolean, around: PlanSurroundings): TemplateResult {
  const { situation, place, words, ring } = line.fields;
  return html`<tr role="row">
    <th scope="row" role="rowheader">
      ${notInForce(line)}${data(situation ?? 'Situation not recorded')}
      ${words === null ? nothing : html`<span class="do">${lines(words)}</span>`}
      ${
        isAgreementShared
          ? nothing
          : html`<span class="meta">${agreementWords(line) ?? 'agreed with: not recorded'}</span>`
      }
      ${renderAuthorAndSource(line, around)} ${cautions(line)} ${besideFact(line)}
    </th>
    <td role="cell">
      <strong class="tag" data-place=${place ?? 'none'}>${place === null ? 'Not recorded' : placeWords(place)}</strong>
    </td>
    <td role="cell" class="call">${ring === null ? 'Not recorded' : data(ring)}</td>
  </tr>`;
}

function editCells(line: Unwell, around: PlanSurroundings) {
  const edit = editLine(line.id, around);
  return edit === nothing ? nothing : html`<tr role="row"><td role="cell" colspan="3">${edit}</td></tr>`;
}

function placeWords(place: string): string {
  return STAY.kind === 'one-of' ? (STAY.options[place] ?? place) : place;
}

/** "with herself and her wife, 20-Nov-2026", where every row says the same. */
function sharedAgreement(all: readonly Unwell[]): TemplateResult | null {
  const [first, ...others] = all;
  if (first === undefined) return null;
  const { agreedWith, agreedOn } = first.fields;
  const isShared = others.every(
    ({ fields }) => fields.agreedWith === agreedWith && fields.agreedOn === agreedOn,
  );
  return isShared ? agreementWords(first) : null;
}

function agreementWords({ fields: { agreedWith, agreedOn } }: Unwell): TemplateResult | null {
  return agreedWith === null && agreedOn === null
    ? null
    : html`${listed([
        ...(agreedWith === null ? [] : [html`with ${data(agreedWith)}`]),
        agreedOn === null ? html`date not recorded` : day(agreedOn),
      ])}`;
}

/** How far the conversation has come. Not now and declined have a reason; neither is a failure. */
function conversation(body: PlanBody | null, around: PlanSurroundings) {
  const all = body?.conversation ?? [];
  // Whatever holds no longer is not where the conversation stands.
  const now = all.find(({ state }) => state === 'in-force');
  return html`${now === undefined ? notTalked(around) : stands(now, around)}
    ${all
      .filter((one) => one !== now)
      .map(
        (one) =>
          html`<p class="aside">
            ${one.state === 'ended' ? 'No longer so' : 'Before'}: ${stage(one)}${about(one, around)}
            ${one.state === 'ended' ? besideFact(one) : nothing}
          </p>`,
      )}`;
}

function stands(now: PlanLine<'conversation'>, around: PlanSurroundings) {
  const isDue = around.isUrging && stageOn(now, around.today) !== now.fields.stage;
  const words = isDue
    ? html`<strong>${stageWords('review-due')}</strong> · was: ${stage(now)}`
    : html`<strong>${stage(now)}</strong>`;
  return html`<p class="fact">Conversation about the future: ${words}${about(now, around)}</p>
    ${editLine(now.id, around)}`;
}

function notTalked({ plan, hasNoLines }: PlanSurroundings) {
  const words = plan.missing.find(({ part }) => part === 'conversation')?.words;
  return words === undefined || hasNoLines ? nothing : html`<p class="missing">${words}</p>`;
}

const STAGES = PLAN_KINDS.conversation.fields.stage.form;

function stage({ fields }: PlanLine<'conversation'>): string {
  return stageWords(fields.stage);
}

function stageWords(name: string): string {
  return STAGES.kind === 'one-of' ? (STAGES.options[name] ?? name) : name;
}

function about(line: PlanLine<'conversation'>, around: PlanSurroundings) {
  const { why, with: whom, reviewBy } = line.fields;
  const words = joined([
    why === null ? null : html`“${lines(why)}”`,
    whom !== null
      ? html`with ${data(whom)}`
      : line.fields.stage === 'best-interests'
        ? html`<strong>who decided is not recorded</strong>`
        : null,
    dayOr(line.on, 'date not recorded'),
    reviewBy === null
      ? null
      : around.isUrging
        ? due('come back to it by', reviewBy, around.today)
        : dated('come back to it by', reviewBy),
  ]);
  return html` · ${words}${renderAuthorAndSource(line, around)}${cautions(line)}`;
}
