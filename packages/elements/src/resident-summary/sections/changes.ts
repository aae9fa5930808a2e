import { changesSince, precisionOf } from '@ehch/clinical';
import type { Change, ChangeKind, ChangesSince, PartialDate, SectionName } from '@ehch/clinical';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { shell } from '../../internal/section-frame.ts';
import type { Telling } from '../../internal/section-frame.ts';
import { heading } from '../../internal/heading.ts';
import { count, data } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';

const SECTION: Readonly<Partial<Record<SectionName, string>>> = {
  limits: 'agreed limits',
  allergies: 'allergies',
  news2: 'NEWS2',
  weight: 'weight',
  medicines: 'medicines',
  problems: 'problems',
  events: 'events',
};

const KIND: Record<ChangeKind, string> = {
  'medicine-started': 'Medicine started',
  'medicine-stopped': 'Medicine stopped',
  'medicine-held': 'Medicine on hold',
  allergy: 'Allergy',
  problem: 'Problem',
  event: 'Event',
  news2: 'Score',
  limits: 'Agreed limits',
  weight: 'Weight',
  'none-stated': 'Stated that there is none',
};

/** What is different since the reader last looked. "Nothing new" is said of a complete answer only. */
export function changes(since: PartialDate, telling: Telling): TemplateResult {
  const title = html`What changed since ${day(since)}`;
  if (precisionOf(since) === null) {
    return frame(
      telling.level,
      'What changed',
      'the date of the last look could not be read',
      html`<p>It is not known.</p>`,
    );
  }
  const answer = changesSince(telling.view, since);
  // In the last days and after death the scores are not told, here neither.
  const told = answer.changes.filter(
    ({ section }) =>
      (telling.lastDays === null && !telling.died) || (section !== 'news2' && section !== 'weight'),
  );
  return frame(telling.level, title, stateOf(told.length, answer), body(told, answer));
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
  const unsure = [...new Set(incomplete.map(({ section }) => SECTION[section] ?? section))];
  return html`${
    unsure.length === 0
      ? ''
      : html`<p class="aside">Not complete: there may be more in ${unsure.join(', ')}.</p>`
  }
    <ul class="facts">
      ${told.map(
        ({ kind, text, on, certain }) =>
          html`<li class="fact">
            <span class="what">${KIND[kind]}: ${data(text)}</span>
            <span class="meta">${day(on)}${certain ? '' : ', perhaps before'}</span>
          </li>`,
      )}
    </ul>`;
}
