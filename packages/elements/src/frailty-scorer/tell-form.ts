import type { Answer, Draft } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { drawForm } from '../form/draw-form.ts';
import type { FormHandlers, FormLook } from '../form/look.ts';
import { heading } from '../internal/heading.ts';
import { count, data } from '../internal/text.ts';
import { finishPanel } from './finish-panel.ts';
import { scoreBar } from './score-bar.ts';
import type { Telling } from './scorer-ui.ts';
import { drawSections, sectionInFront } from './sections.ts';

/** How the questions are to be drawn. */
export interface FormDrawing {
  readonly offered: Pick<FormLook, 'suggestions' | 'changes'>;
  readonly handlers: FormHandlers;
  readonly layout: 'sections' | 'page';
}

/** The form with all that belongs to it. */
export function tellForm(telling: Telling, { offered, handlers, layout }: FormDrawing): TemplateResult {
  const { state, template, ours, ui, level, locked, now } = telling;
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
  ${template === null ? ours?.drawScoreCard(telling) : ours?.drawPlan(telling, template, front)} ${finishPanel(telling)}
  ${scoreBar(telling)}`;
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
