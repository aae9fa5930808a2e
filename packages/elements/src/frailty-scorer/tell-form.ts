import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { drawForm } from '../form/draw-form.ts';
import type { FormHandlers, FormLook } from '../form/look.ts';
import { heading } from '../internal/heading.ts';
import { data } from '../internal/text.ts';
import { finishPanel } from './finish-panel.ts';
import { elsewhere, whoAnswers } from './notices.ts';
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
      ...(ours === null ? {} : { hints: ours.hints(telling), notOffered: ours.notOffered(telling) }),
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
  ${locked === null ? nothing : html`<p class="card aside">${locked}</p>`} ${elsewhere(telling)}
  ${ours?.drawBefore(telling)} ${ours?.drawChanges(telling)} ${whoAnswers(telling)}
  ${
    ui.onlyChanged && ours !== null
      ? ours.drawOnlyChanges(telling)
      : front === null
        ? html`<div class="page" tabindex="-1">${form}</div>`
        : drawSections(state, front, form)
  }
  ${template === null ? ours?.drawScoreCard(telling) : ours?.drawPlan(telling, template, front)} ${finishPanel(telling)}
  ${scoreBar(telling)}`;
}
