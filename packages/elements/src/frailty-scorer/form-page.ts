import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Dispatch } from '../form/look.ts';
import { renderForm } from '../form/render-form.ts';
import { heading } from '../internal/heading.ts';
import { data } from '../internal/text.ts';
import { finishPanel } from './finish-panel.ts';
import { groupsLook } from './groups-look.ts';
import { elsewhere, whoAnswers, withdrawnParts } from './notices.ts';
import { scoreBar, tallyWords } from './score-bar.ts';
import type { SessionView } from './session-view.ts';
import { renderSections, sectionInFront } from './sections.ts';

/** The form with all that belongs to it. */
export function renderFormPage(
  view: SessionView,
  dispatch: Dispatch,
  layout: 'sections' | 'page',
): TemplateResult {
  const { session, state, template, own, screen, level, locked, now } = view;
  const front = layout === 'sections' ? sectionInFront(state, screen.section) : null;
  const [top] = state.form.items;
  // The one group of an instrument has the same heading already.
  const titled = state.form.items.length === 1 && top?.type === 'group' && top.text === state.form.title;
  const groups = groupsLook(view);
  const form = renderForm(
    {
      offers: session.offered.at,
      ...(groups === undefined ? {} : { groups }),
      ...(session.previous === null ? {} : { changes: session.previous.draft.answers }),
      level: titled ? level : level + 1,
      readOnly: locked !== null,
      now,
      idPrefix: 'q',
      only: front?.id ?? null,
      ...(own === null ? {} : { hints: own.hints(view), notOffered: own.notOffered(view) }),
    },
    state,
    dispatch,
    session.entries,
  );
  const isFinished = session.phase.state === 'finished' || session.phase.state === 'withdrawing';
  // Who has signed wants to know what to do now, and not to read the questions again.
  // Above the questions its headings have the level of theirs.
  const at = isFinished ? { ...view, level: level - 1 } : view;
  const signing = html`${template === null ? own?.renderAfterScore(at) : nothing} ${finishPanel(at)}`;
  return html`${
    titled
      ? nothing
      : html`<div class="title">
          ${heading(level, 'form', data(state.form.title))}
          <span class="state"
            >version ${data(state.form.version)}${template === null ? nothing : ` · ${tallyWords(view)}`}</span
          >
        </div>`
  }
  ${locked === null ? nothing : html`<p class="card aside">${locked}</p>`} ${withdrawnParts(view)} ${elsewhere(view)}
  ${isFinished ? signing : nothing} ${own?.renderBefore(view)} ${own?.renderChanges(view)} ${whoAnswers(view)}
  ${
    screen.onlyChanged && own !== null
      ? own.renderOnlyChanges(view)
      : front === null
        ? html`<div class="page" tabindex="-1">${form}</div>`
        : renderSections(state, front, form)
  }
  ${template === null ? own?.renderScoreCard(view) : own?.renderPlan(view, template, front)}
  ${isFinished ? nothing : signing} ${scoreBar(view)}`;
}
