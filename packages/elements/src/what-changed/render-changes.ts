import { changesSince } from '@ehch/clinical/rules';
import { precisionOf } from '@ehch/clinical/time';
import type { ResidentView } from '@ehch/clinical';
import type { Change, ChangesSince } from '@ehch/clinical/rules';
import type { PartialDate } from '@ehch/clinical/time';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { shell } from '../internal/section-frame.ts';
import { hasDied, lastDaysOf } from '../internal/section-surroundings.ts';
import { heading } from '../internal/heading.ts';
import { count, data, sentence } from '../internal/text.ts';
import { day } from '../internal/when.ts';

/** The section, from one view. */
export function renderChanges(view: ResidentView, since: PartialDate, level: number): TemplateResult {
  const title = html`What changed since ${day(since)}`;
  if (precisionOf(since) === null) {
    return frame(
      level,
      'What changed',
      'the date of the last look could not be read',
      html`<p>It is not known.</p>`,
    );
  }
  const answer = changesSince(view, since);
  // In the last days and after death the scores are not told, here neither.
  const silent = hasDied(view) || lastDaysOf(view) !== null;
  const told = answer.changes.filter(
    ({ section }) => !silent || (section !== 'news2' && section !== 'weight'),
  );
  return frame(level, title, stateOf(told.length, answer), body(told, answer));
}

function frame(level: number, title: unknown, state: string, body: unknown): TemplateResult {
  const head = html`${heading(level, 'changes', title)}<span class="state">${state}</span>`;
  return shell('changes', 'recorded', head, html`<div class="body">${body}</div>`);
}

function stateOf(told: number, { complete }: ChangesSince): string {
  if (complete) return told === 0 ? 'nothing new recorded' : count(told, 'change');
  return `${told === 0 ? 'none found' : count(told, 'change')}, not complete`;
}

function body(told: readonly Change[], { incomplete }: ChangesSince): TemplateResult {
  const unsure = [...new Set(incomplete.map(({ section }) => (section === 'news2' ? 'NEWS2' : section)))];
  return html`${
    unsure.length === 0
      ? ''
      : html`<p class="aside">Not complete: there may be more in ${unsure.join(', ')}.</p>`
  }
    <ul class="facts">
      ${told.map(
        ({ kind, text, on, certain }) =>
          html`<li class="fact">
            <span class="what">${kind === 'news2' || kind === 'weight' ? '' : `${sentence(kind)}: `}${data(text)}</span>
            <span class="meta">${day(on)}${certain ? '' : ', perhaps before'}</span>
          </li>`,
      )}
    </ul>`;
}
