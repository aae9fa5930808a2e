import type { DecideTogether, PlanBody } from '@ehch/clinical/care-plan';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fact } from '../internal/fact.ts';
import { heading } from '../internal/heading.ts';
import { data, joined, lines, strong } from '../internal/text.ts';
import { dated } from '../internal/when.ts';
import { due } from '../resident-summary/sections/due-words.ts';
import { planPresses } from './care-plan-press.ts';
import { addLine, editLine, editRow } from './edit-line.ts';
import { lineCard, sharing } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

const { press } = planPresses;

/** The decisions to come, each with a press that shows it on a page of its own. */
export function renderDecide({ decide }: PlanBody, around: PlanSurroundings): unknown {
  const add = addLine('decide', 'Add a decision to come', around);
  if (decide.length === 0 && add === nothing) return nothing;
  const { words, within } = sharing(
    decide.map(({ decision }) => decision),
    around,
  );
  return lineCard(
    'decide',
    'What we will decide together',
    around,
    html`<ul class="facts">
      ${decide.map((one) => [toDecide(one, within), editRow(one.decision.id, around)])}
    </ul>
    ${add}`,
    words,
  );
}

function toDecide({ decision, choices }: DecideTogether, around: PlanSurroundings): TemplateResult {
  const { situation, by } = decision.fields;
  const title = situation ?? 'What it is about is not recorded';
  return fact(
    html`${joined([
      strong(title),
      choices.length === 0
        ? 'no choices recorded'
        : `${choices.length} ${choices.length === 1 ? 'choice' : 'choices'}`,
      by === null ? null : around.isUrging ? due('by', by, around.today) : dated('by', by),
    ])}
      <button type="button" class="open-page" ${press({ kind: 'show-decision', line: decision.id })}>
        Show as one page<span class="spoken">: ${title}</span>
      </button>`,
    decision,
    around,
  );
}

/** One page before a decision, to be read together: large, without a recommendation, nothing chosen. */
export function renderDecisionPage(
  { decision, choices }: DecideTogether,
  around: PlanSurroundings,
): TemplateResult {
  const { situation, ask, by } = decision.fields;
  return html`<section class="section page-of-one" aria-labelledby="decision">
    ${heading(around.level, 'decision', 'What we will decide together')}
    <p class="situation">${situation === null ? 'What it is about is not recorded.' : lines(situation)}</p>
    ${choices.length === 0 ? html`<p class="missing">No choices are recorded yet.</p>` : nothing}
    <dl class="choices">
      ${choices.map(
        ({ id, fields: { choice, means } }) => html`<div class="choice">
          <dt>${data(choice ?? 'Not named')}</dt>
          <dd><span class="meta">What this means for me</span> ${
            means === null ? 'Not recorded' : lines(means)
          } ${editLine(id, around)}</dd>
        </div>`,
      )}
    </dl>
    ${addLine('choice', 'Add a choice', around, { of: decision.id })}
    <p>Who can be asked: <strong>${ask === null ? 'not recorded' : data(ask)}</strong></p>
    ${
      by === null
        ? nothing
        : html`<p>${around.isUrging ? due('To be decided by', by, around.today) : dated('To be decided by', by)}</p>`
    }
    <p class="aside">Nothing is chosen here. Another choice, or more time, may be asked for.</p>
    <div class="buttons">
      <button type="button" ${press({ kind: 'show-plan' })}>Back to the plan</button>
      <button type="button" ${press({ kind: 'print' })}>Print this page</button>
    </div>
  </section>`;
}
