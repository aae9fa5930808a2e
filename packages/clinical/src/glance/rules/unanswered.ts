import type { OpenMatter } from '../../resident/open-matter.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { comparePartialDates } from '../../time/partial-date.ts';
import { compareText } from '../../display/compare-text.ts';
import { lineKey } from '../line-key.ts';
import { hasHappened, howLong } from '../when-it-was.ts';

const ORDER: readonly OpenMatter['urgency'][] = ['stat', 'asap', 'urgent', 'not-stated', 'routine'];
const URGENT = ORDER.slice(0, 3);
const KIND: Record<OpenMatter['kind'], string> = { worry: 'Worry', message: 'Message', action: 'Action' };

/** Whether somebody waits for a person's answer: a worry and a message always, an action when it is urgent. */
export function isUnanswered({ kind, urgency, progress }: OpenMatter): boolean {
  return progress.state !== 'answered' && (kind !== 'action' || URGENT.includes(urgency));
}

/**
 * What is asked, and for how long nobody has answered. Seen is not answered, and neither is on hold.
 * One that is dated in the future is told too, without a length of time: a slip in a date must not lose a worry.
 */
export function unanswered({ view, now }: GlanceQuestion): readonly GlanceLine[] {
  const waiting = (undisputedIn(view, 'open') ?? []).filter(isUnanswered);
  return waiting.toSorted(byUrgencyThenWait).map((matter) => ({
    key: lineKey('unanswered', [matter.id]),
    rule: 'unanswered',
    section: 'open',
    // A message that nobody called urgent waits, and is not put above somebody who is unwell.
    urgency: matter.kind === 'message' && !URGENT.includes(matter.urgency) ? 'late' : 'asked',
    shape: 'asked',
    lead: `${KIND[matter.kind]}, ${state(matter)}${since(matter, now)}`,
    rest: '',
    quote: { text: matter.text, by: matter.by?.name ?? matter.by?.role ?? null },
    on: matter.on,
    canHide: false,
  }));
}

/** What was called more urgent, then what has waited longest; one without a date has waited nobody knows how long. */
function byUrgencyThenWait(a: OpenMatter, b: OpenMatter): number {
  return (
    ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency) ||
    comparePartialDates(b.on, a.on) ||
    compareText(a.id, b.id)
  );
}

function state({ progress }: OpenMatter): string {
  switch (progress.state) {
    case 'seen':
      return 'seen, not answered';
    case 'on-hold':
      return 'on hold, not answered';
    case 'unknown':
      return 'not known whether answered';
    case 'sent':
    case 'answered':
      return 'not answered';
  }
}

function since({ on, progress }: OpenMatter, now: string): string {
  if (!hasHappened(on, now)) return '; its date is in the future';
  const long = howLong(on, now);
  return long === null || progress.state === 'unknown' ? '' : ` for ${long}`;
}
