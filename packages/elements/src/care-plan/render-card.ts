import type { Author } from '@ehch/clinical';
import type { PlanBody } from '@ehch/clinical/care-plan';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { runningHead } from '../internal/running-head.ts';
import { shell } from '../internal/section-frame.ts';
import { retry } from '../internal/section-standing.ts';
import { undisputed } from '../internal/section-surroundings.ts';
import { banner } from '../resident-summary/sections/identity.ts';
import { stay } from '../resident-summary/sections/stay.ts';
import { provenance } from '../internal/fact.ts';
import { EMPTY_BODY } from './empty-body.ts';
import { planStandingWords } from './plan-frame.ts';
import type { BodyPart, PlanSurroundings } from './plan-surroundings.ts';
import { renderAbout } from './render-about.ts';
import { renderActions } from './render-actions.ts';
import { renderAnticipatory } from './render-anticipatory.ts';
import { renderCapacity } from './render-capacity.ts';
import { renderContacts } from './render-contacts.ts';
import { renderDecide } from './render-decide.ts';
import { renderGoals } from './render-goals.ts';
import { renderStrays } from './edit-line.ts';
import { renderStrip } from './render-strip.ts';
import { renderStanding } from './render-standing.ts';
import { renderSource } from './render-source.ts';
import { renderWords } from './render-words.ts';
import { table } from './render-unwell.ts';

/** How the card is asked to tell its plan. */
export interface PlanOptions {
  /** Of the heading with the name. */
  readonly level: number;
  /** Who would print it. */
  readonly author: Author | null;
  /** Instead of the parts below the strip: one page of its own. */
  readonly page: TemplateResult | null;
  /** Where somebody gets a copy in plain English ready. */
  readonly copy: TemplateResult;
}

/** The whole card in its fixed order: who, limits and what to do, then everything else. */
export function renderCard(
  around: PlanSurroundings,
  { level, author, page, copy }: PlanOptions,
): TemplateResult {
  const { identity } = around.view.sections;
  const person = undisputed(identity);
  return html`<article class="plan sheet" aria-labelledby="who">
    ${runningHead(identity, { at: around.now, by: author })}
    <div class="rest">
      ${banner(around, level)} ${person === null ? nothing : stay(person, around.died, around.today)}
      ${
        around.died
          ? html`<p class="notice">This plan ended with the death of the resident. It is kept to be read.</p>`
          : nothing
      }
      ${
        page === null ? html`${wholePlan(around)} ${copy}` : html`${renderStrays(around)} ${page}`
      } ${renderSource(around)}
    </div>
  </article>`;
}

function wholePlan(around: PlanSurroundings): TemplateResult {
  const limits = renderStrip(around);
  const parts = [renderStanding, renderWords, renderBody, renderContacts, aboutIn].map((part) =>
    part(around),
  );
  // What has no place else stands high, and still below the limits.
  return html`<div class="sections">${limits} ${renderStrays(around)} ${parts}</div>`;
}

/** The parts that come from the lines of the plan. In the last days their medicines come first. */
function partsIn({ lastDays }: PlanSurroundings): readonly BodyPart[] {
  const parts = [renderGoals, renderDecide, renderActions, renderCapacity];
  return lastDays === null
    ? [...parts.slice(0, 3), renderAnticipatory, renderCapacity]
    : [renderAnticipatory, ...parts];
}

function renderBody(around: PlanSurroundings): unknown {
  const { body } = around.plan;
  if (body.state !== 'known' || body.content.kind === 'recorded-as-none') return notThere(around);
  switch (body.content.kind) {
    case 'recorded':
      return partsOf(body.content.value, around);
    case 'not-recorded':
      return around.edit?.isOn === true ? partsOf(EMPTY_BODY, around) : notThere(around);
    case 'disagree':
      return body.content.sides.map((side, at) => {
        const prefix = `side-${at}-`;
        const within = { ...around, prefix, ofRecord: `, record ${at + 1}`, scope: 'side' } as const;
        return html`<div class="side whole" role="group" aria-labelledby="${prefix}head">
          <p class="side-head" id="${prefix}head">Plan, record ${at + 1}: ${provenance(side, around)}</p>
          ${side.value.unwell.length === 0 ? nothing : table(side.value.unwell, around)}
          ${partsOf(side.value, within)}
          ${renderAbout(side.value, within)}
        </div>`;
      });
  }
}

function partsOf(body: PlanBody, around: PlanSurroundings): unknown {
  return partsIn(around).map((part) => part(body, around));
}

function aboutIn(around: PlanSurroundings): unknown {
  const { body } = around.plan;
  if (body.state !== 'known') return nothing;
  if (body.content.kind === 'recorded') return renderAbout(body.content.value, around);
  return body.content.kind === 'not-recorded' && around.edit?.isOn === true
    ? renderAbout(EMPTY_BODY, around)
    : nothing;
}

/** One card for all parts that come from the plan, where it was not read or nobody recorded one. */
function notThere(around: PlanSurroundings): TemplateResult {
  const { body, missing } = around.plan;
  const head = html`${heading(around.level, 'rest', 'The rest of the plan')}
    <span class="state">${planStandingWords(body, around)}</span> ${retry('plan', 'plan', around.view.sections.plan)}`;
  const words =
    body.state === 'known'
      ? missing
          .filter(({ part }) => part === 'goal' || part === 'helped' || part === 'review')
          .map((one) => html`<p class="missing">${one.words}</p>`)
      : html`<p>Goals, actions, capacity, medicines for the last days and reviews are not known here.</p>`;
  const state = body.state === 'known' ? body.content.kind : body.state;
  return shell('rest', state, head, html`<div class="body">${words}</div>`);
}
