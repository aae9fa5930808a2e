import { readInstant, spanOf } from '@ehch/clinical/time';
import type { OpenMatter } from '@ehch/clinical';
import type { CivilDate, Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { besideFact } from '../../internal/beside-fact.ts';
import { cautions } from '../../internal/cautions.ts';
import { renderAuthorAndSource } from '../../internal/fact.ts';
import { factList } from '../../internal/fact-list.ts';
import { happened } from '../../internal/future-dated.ts';
import { defineSection } from '../../internal/section-frame.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data, lines, sentence } from '../../internal/text.ts';
import { THREAD_URGENCY } from '../../internal/thread-urgency.ts';
import { momentOf } from '../../internal/when.ts';
import { due } from './due-words.ts';

const URGENCY: Record<OpenMatter['urgency'], string | null> = {
  stat: 'Immediate',
  asap: 'As soon as possible',
  urgent: 'Urgent',
  routine: null,
  'not-stated': null,
};

export const open = defineSection({
  name: 'open',
  title: 'Open now',
  short: 'Open',
  summary: counts,
  body: (matters, around) =>
    factList(
      inOrder(matters, around.today),
      (matter) => html`<li class="fact matter">${row(matter, around)}</li>`,
    ),
});

/** A proposed change of the plan is no action that anybody has asked for. */
function kindWords(kind: OpenMatter['kind']): string {
  return kind === 'proposal' ? 'Not in force' : sentence(kind);
}

/** "2 not answered, 1 answered": a count alone would hide that somebody waits. */
function counts(matters: readonly OpenMatter[]): string {
  const asked = matters.filter(({ proposed }) => proposed !== true);
  const now = happened(asked);
  const answered = now.filter(({ progress }) => progress.state === 'answered').length;
  return [
    [now.length - answered, 'not answered'] as const,
    [answered, 'answered'] as const,
    [asked.length - now.length, 'dated in the future'] as const,
    [matters.length - asked.length, 'proposed'] as const,
  ]
    .flatMap(([many, words]) => (many > 0 ? `${many} ${words}` : []))
    .join(', ');
}

/** What is overdue comes first; the rest stays as it came. */
function inOrder(matters: readonly OpenMatter[], today: CivilDate): readonly OpenMatter[] {
  const isLate = ({ due: by, progress, proposed }: OpenMatter) =>
    progress.state !== 'answered' && proposed !== true && (spanOf(by)?.to ?? today) < today;
  return [...matters.filter(isLate), ...matters.filter((matter) => !isLate(matter))];
}

function row(matter: OpenMatter, around: SectionSurroundings) {
  const { today } = around;
  const { thread } = matter;
  const urgency = thread === undefined ? URGENCY[matter.urgency] : THREAD_URGENCY[thread.urgency];
  return html`<span class="what"
      >${urgency === null ? nothing : html`<strong class="tag urgent">${urgency}</strong> `}<strong
        >${kindWords(matter.kind)}:</strong
      >
      ${lines(matter.text)}${/[\p{L}\p{N})]$/u.test(matter.text) ? '.' : ''}
      <span class="progress"
        >${progress(matter, around)}${matter.owner === null ? nothing : html` For ${data(matter.owner)}.`}
        ${dueWords(matter, today)}</span>${renderAuthorAndSource(matter, { today })}</span>
    <span class="meta edge">${matter.on === null ? 'date not recorded' : momentOf(matter.on, today)}</span>
    ${cautions(matter)} ${besideFact(matter)}`;
}

function dueWords({ due: by, progress: how, proposed }: OpenMatter, today: CivilDate) {
  if (by === null) return nothing;
  return how.state === 'answered' || proposed === true
    ? html`Due ${momentOf(by, today)}.`
    : html`${due('Due', by, today)}.`;
}

/** "Sent" is neutral. The colour of success means that a person answered, and goes when a promise has passed. */
function progress(
  { progress: how, proposed }: OpenMatter,
  { now, today, place }: SectionSurroundings,
): TemplateResult | string {
  if (proposed === true && how.state !== 'answered') return 'Nobody has asked for it yet.';
  switch (how.state) {
    case 'not-sent':
      return 'NOT SENT. Nobody else knows of it.';
    case 'sent':
      // Without a server the record is this PC's own, and nothing of it was sent to anybody.
      if (place?.server === 'none') return 'Kept on this PC alone. It reaches nobody by itself.';
      return 'Sent. Nobody has seen it yet.';
    case 'seen':
      return html`Seen by ${who(how.by)}${at(how.at, today)}. Not answered.`;
    case 'answered': {
      const late = how.promisedBy !== null && isPast(how.promisedBy, now);
      const state = late ? 'Promise has passed' : 'Answered';
      return html`<strong class=${late ? 'tag urgent' : 'tag answered'}>${state}</strong>
        By ${who(how.by)}${at(how.at, today)}.
        ${how.promisedBy === null ? nothing : html`Promised by ${momentOf(how.promisedBy, today)}.`}`;
    }
    case 'on-hold':
      return html`On hold${how.why === null ? '' : html`: ${data(how.why)}`}. Not answered.`;
    case 'unknown':
      return 'How far it has come is not known.';
  }
}

function who(name: string | null) {
  return name === null ? 'somebody whose name is not recorded' : data(name);
}

function at(instant: Instant | null, today: CivilDate) {
  return instant === null ? nothing : html`, ${momentOf(instant, today)}`;
}

function isPast(promised: Instant, now: Instant): boolean {
  const [then, present] = [readInstant(promised), readInstant(now)];
  return then !== null && present !== null && then < present;
}
