import type { OpenMatter } from '../../resident/open-matter.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { comparePartialDates } from '../../time/partial-date.ts';
import { compareText } from '../../display/compare-text.ts';
import { lineKey } from '../line-key.ts';
import { hasHappened, howLong } from '../when-it-was.ts';

/** Most urgent first. A matter without a stated urgency comes before one that somebody called routine. */
const ORDER: readonly OpenMatter['urgency'][] = ['stat', 'asap', 'urgent', 'not-stated', 'routine'];
const URGENT = ORDER.slice(0, 3);
const KIND: Record<OpenMatter['kind'], string> = {
  worry: 'Worry',
  message: 'Message',
  action: 'Action',
  proposal: 'Not in force',
};

/** What is done in its time, and asks nobody for an answer at once. */
const WORK: readonly OpenMatter['kind'][] = ['action', 'proposal'];

/**
 * Whether a matter waits for an answer: a worry or a message always does, an action if it is urgent. A proposal is no
 * request.
 */
export function isUnanswered({ kind, urgency, progress, proposed }: OpenMatter): boolean {
  if (progress.state === 'answered' || proposed === true) return false;
  return !WORK.includes(kind) || URGENT.includes(urgency);
}

/**
 * Tells of each unanswered matter, and how long it has waited. Seen or on hold is not answered.
 * A matter dated in the future is told too, without a waiting time: a slip in a date must not lose a worry.
 */
export function unanswered({ view, now }: GlanceQuestion): readonly GlanceLine[] {
  const waiting = (undisputedIn(view, 'open') ?? []).filter(isUnanswered);
  return waiting.toSorted(byUrgencyThenWait).map((matter) => ({
    key: lineKey('unanswered', [matter.id]),
    rule: 'unanswered',
    section: 'open',
    // A message that nobody called urgent must not stand above a resident who is unwell.
    urgency: matter.kind === 'message' && !URGENT.includes(matter.urgency) ? 'late' : 'asked',
    shape: 'asked',
    lead: `${KIND[matter.kind]}, ${state(matter)}${since(matter, now)}`,
    rest: '',
    quote: { text: matter.text, by: matter.by?.name ?? matter.by?.role ?? null },
    on: matter.on,
    canHide: false,
  }));
}

/** The more urgent first, then the longest wait. Nobody knows how long a matter without a date has waited. */
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
    case 'not-sent':
      return 'NOT SENT, so nobody else knows of it';
    case 'unknown':
      return 'not known whether answered';
    case 'sent':
    case 'answered':
      return 'not answered';
  }
}

/** How long the matter has waited. It gives no time if the progress is unknown: it may have been answered. */
function since({ on, progress, cautions }: OpenMatter, now: string): string {
  // A wait of a century is a slip in a date, and no wait.
  if (cautions.includes('before-birth')) return '; one of its dates is before the birth';
  if (!hasHappened(on, now)) return '; its date is in the future';
  const long = howLong(on, now);
  return long === null || progress.state === 'unknown' || progress.state === 'not-sent' ? '' : ` for ${long}`;
}
