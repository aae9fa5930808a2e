import { candidatesOf } from '@ehch/clinical';
import type { Answer, AssessmentTemplate, Draft, FormItem } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { drawForm } from '../form/draw-form.ts';
import type { FormHandlers, FormLook } from '../form/look.ts';
import { heading } from '../internal/heading.ts';
import { count, data } from '../internal/text.ts';
import { finishPanel } from './finish-panel.ts';
import { troubleWords } from './port-words.ts';
import type { OpenForm } from './open-form.ts';
import { drawProblems } from './problems.ts';
import { scoreBar } from './score-bar.ts';
import { factsCard, scoreCard } from './score-card.ts';
import type { Telling } from './scorer-ui.ts';
import { drawSections, sectionInFront, sectionOf } from './sections.ts';

/** How the questions are to be drawn. */
export interface FormDrawing {
  readonly offered: Pick<FormLook, 'suggestions' | 'changes'>;
  readonly handlers: FormHandlers;
  readonly layout: 'sections' | 'page';
}

/** The form with all that belongs to it. */
export function tellForm(telling: Telling, { offered, handlers, layout }: FormDrawing): TemplateResult {
  const { state, template, ui, level, locked, now } = telling;
  const front = layout === 'sections' ? sectionInFront(state, ui.section) : null;
  const [top] = state.form.items;
  // The one group of an instrument has the same heading already.
  const titled = state.form.items.length === 1 && top?.type === 'group' && top.text === state.form.title;
  const form = drawForm(
    {
      ...offered,
      level: titled ? level : level + 1,
      readOnly: locked !== null,
      now,
      idPrefix: 'q',
      only: front?.id ?? null,
    },
    state,
    handlers,
  );
  return html`${
    titled
      ? nothing
      : html`<div class="title">
          ${heading(level, 'form', data(state.form.title))}
          <span class="state">version ${data(state.form.version)}</span>
        </div>`
  }
  ${locked === null ? nothing : html`<p class="card aside">${locked}</p>`} ${setAside(state.draft)}
  ${front === null ? html`<div class="page" tabindex="-1">${form}</div>` : drawSections(state, front, form)}
  ${template === null ? scoreCard(telling) : plan(telling, template, front)} ${finishPanel(telling)}
  ${scoreBar(telling)}`;
}

/** The question of how closely to follow somebody. */
const STRATUM = 'stratum';

/** What belongs to the plan stands with it; elsewhere one line says how much of it is waiting. */
function plan(telling: Telling, template: AssessmentTemplate, front: FormItem | null): TemplateResult {
  const { open, state } = telling;
  const candidates = candidatesOf(template, state, open.previous);
  const section = front === null ? null : sectionOf(state, STRATUM);
  if (section === null || section === front?.id) {
    return html`${factsCard(telling)} ${drawProblems(candidates, telling)}`;
  }
  if (candidates.length === 0) return html``;
  const left = candidates.filter(({ decision }) => decision === null).length;
  return html`<p class="card screen">
    <button type="button" data-press="section" data-key=${section} data-go="yes">Suggested problems: ${left} to decide</button>
  </p>`;
}

/** Why a form is not open yet. No form is answerable while it is not known whether answers of it are kept already. */
export function tellNotOpen({ phase }: OpenForm): TemplateResult | typeof nothing {
  if (phase.name === 'loading')
    return html`<p class="card">Looking for answers that were kept. The form opens then.</p>`;
  if (phase.name !== 'load-failed') return nothing;
  return html`<div class="card">
    <p class="notice strong" role="alert">
      ${
        phase.other
          ? 'The answers that were kept are of another resident or form. Nothing of them is shown.'
          : `Whether answers of this form were kept is not known: ${troubleWords(phase.error)}.`
      }
    </p>
    <div class="buttons">
      <button type="button" data-press="load">Try again</button>
      <button type="button" data-press="empty">Start an empty form. It may take the place of answers that were kept.</button>
    </div>
  </div>`;
}

/** Answers that this version of the form has no place for: shown, so that nobody believes them counted. */
function setAside({ setAside: all = [] }: Draft): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<div class="card notice">
    <p class="strong">${count(all.length, 'answer')} given to another version of this form ${all.length === 1 ? 'has' : 'have'} no place here. Kept, and not counted.</p>
    <ul class="facts">
      ${all.map(({ key, answer, form }) => html`<li class="fact">${data(key)}: ${data(valueOf(answer))} <span class="meta">version ${data(form.version)}</span></li>`)}
    </ul>
  </div>`;
}

function valueOf(answer: Answer): string {
  return answer.state === 'given' ? answer.values.map(({ value }) => String(value)).join(', ') : answer.state;
}
