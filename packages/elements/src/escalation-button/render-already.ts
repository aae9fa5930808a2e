import { undisputedIn } from '@ehch/clinical';
import type { Thread } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { shortMoment } from '../internal/short-moment.ts';
import { data, lines } from '../internal/text.ts';
import type { EscalationView } from './escalation-view.ts';
import { dueWords } from './observations-due.ts';
import { threadWords } from './thread-words.ts';

/**
 * The worries about this person that others have raised and that are open. Two carers press for one resident in one night: the
 * second has to know of the first, and may still raise another.
 */
export function renderAlready(view: EscalationView): TemplateResult | typeof nothing {
  const { now } = view;
  const others = othersIn(view);
  if (others.length === 0) return nothing;
  return html`<div class="card notice">
    ${others.map(
      ({ thread, text }) => html`<p class="strong">
          ▲ A worry is open: ${data(thread.raised.by.name)}, ${shortMoment(thread.raised.at, now)}.
        </p>
        <p>${data(text)}</p>
        <p>${lines(standsAt(thread, view))}</p>
        ${again(view.dueOf(thread), now)}`,
    )}
  </div>`;
}

/** The worries that are open and were not raised on this screen. */
function othersIn({ record, session }: EscalationView) {
  const matters = record === null ? [] : (undisputedIn(record, 'open') ?? []);
  return matters.flatMap(({ thread, kind, text }) =>
    thread !== undefined && kind === 'worry' && thread.id !== session.raised?.entry.id
      ? [{ thread, text }]
      : [],
  );
}

/** When observations of this resident are due, by any worry on screen. */
export function duesIn(view: EscalationView): readonly (Instant | null)[] {
  return [view.due, ...othersIn(view).map(({ thread }) => view.dueOf(thread))];
}

function again(due: Instant | null, now: Instant): TemplateResult | typeof nothing {
  return due === null ? nothing : html`<p class="strong">${dueWords(due, now)}</p>`;
}

function standsAt(thread: Thread, view: EscalationView): string {
  const words = threadWords({ ...view, thread });
  return words === null ? 'Nobody has seen it yet.' : [words.line, ...words.more].join(' ');
}
