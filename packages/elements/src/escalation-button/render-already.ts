import { undisputedIn } from '@ehch/clinical';
import type { Thread } from '@ehch/clinical/thread';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { shortMoment } from '../internal/short-moment.ts';
import { data, lines } from '../internal/text.ts';
import type { EscalationView } from './escalation-view.ts';
import { threadWords } from './thread-words.ts';

/**
 * The worries about this person that others have raised and that are open. Two carers press for one resident in one night: the
 * second has to know of the first, and may still raise another.
 */
export function renderAlready(view: EscalationView): TemplateResult | typeof nothing {
  const { record, session, now } = view;
  const matters = record === null ? [] : (undisputedIn(record, 'open') ?? []);
  const others = matters.flatMap(({ thread, kind, text }) =>
    thread !== undefined && kind === 'worry' && thread.id !== session.raised?.entry.id
      ? [{ thread, text }]
      : [],
  );
  if (others.length === 0) return nothing;
  return html`<div class="card notice">
    ${others.map(
      ({ thread, text }) => html`<p class="strong">
          ▲ A worry is open: ${data(thread.raised.by.name)}, ${shortMoment(thread.raised.at, now)}.
        </p>
        <p>${data(text)}</p>
        <p>${lines(standsAt(thread, view))}</p>`,
    )}
  </div>`;
}

function standsAt(thread: Thread, view: EscalationView): string {
  const words = threadWords({ ...view, thread });
  return words === null ? 'Nobody has seen it yet.' : [words.line, ...words.more].join(' ');
}
