import { readInstant } from '@ehch/clinical';
import type { Instant, OpenMatter } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { cautions } from '../../internal/fact.ts';
import { defineSection } from '../../internal/section-frame.ts';
import { authorWords } from '../../internal/section-words.ts';
import { count, data, joined, sentence } from '../../internal/text.ts';
import { moment } from '../../internal/when.ts';

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
  always: true,
  notRecorded: 'Nothing is waiting in this record.',
  summary: (matters: readonly OpenMatter[]) => count(matters.length, 'open matter'),
  body: (matters, { now }) =>
    html`<ul class="facts">
      ${matters.map((matter) => html`<li class="fact matter">${row(matter, now)}</li>`)}
    </ul>`,
});

function row(matter: OpenMatter, now: Instant) {
  const urgency = URGENCY[matter.urgency];
  const by = authorWords(matter.by);
  return html`<span class="what">${urgency === null ? nothing : html`<strong class="tag urgent">${urgency}</strong> `}<strong>${sentence(matter.kind)}:</strong>
      ${data(matter.text)}</span>
    <span class="meta">${joined([
      matter.on === null ? 'date not recorded' : moment(matter.on),
      data(by),
      data(matter.source.label),
      matter.owner === null ? null : html`for ${data(matter.owner)}`,
      matter.due === null ? null : html`due ${moment(matter.due)}`,
    ])}</span>
    <span class="progress">${progress(matter, now)}</span> ${cautions(matter)}`;
}

/** "Sent" is neutral. The colour of success means that a person answered, and goes when a promise has passed. */
function progress({ progress: how }: OpenMatter, now: Instant): TemplateResult | string {
  switch (how.state) {
    case 'sent':
      return 'Sent. Nobody has seen it yet.';
    case 'seen':
      return html`Seen by ${who(how.by)}${at(how.at)}. Not answered.`;
    case 'answered': {
      const late = how.promisedBy !== null && isPast(how.promisedBy, now);
      return html`<strong class=${late ? 'tag urgent' : 'tag answered'}>${late ? 'Promise has passed' : 'Answered'}</strong>
        By ${who(how.by)}${at(how.at)}.
        ${how.promisedBy === null ? nothing : html`Promised by ${moment(how.promisedBy)}.`}`;
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

function at(instant: Instant | null) {
  return instant === null ? nothing : html`, ${moment(instant)}`;
}

function isPast(promised: Instant, now: Instant): boolean {
  const [then, present] = [readInstant(promised), readInstant(now)];
  return then !== null && present !== null && then < present;
}
