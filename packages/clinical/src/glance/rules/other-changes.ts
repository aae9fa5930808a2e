import { changeLine, counted } from '../change-line.ts';
import { lowerFirst } from '../part-of-sentence.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { isCountedEvent } from './events-since.ts';
import { news2AgainstUsual } from './news2-against-usual.ts';
import { weightSince } from './weight-since.ts';

/** [P] As many as fit on two lines at 400 px. */
const MOST = 4;

/**
 * Tells of every other change, so that none goes unsaid: each value by itself, events as a number. No score in the last
 * days of life.
 */
export function otherChanges(question: GlanceQuestion): readonly GlanceLine[] {
  const { view, changes, lastDays } = question;
  const hasOwnLine = {
    news2: lastDays || news2AgainstUsual(question).length > 0,
    weight: lastDays || weightSince(question).length > 0,
  };
  const events = new Map((undisputedIn(view, 'events') ?? []).map((event) => [event.id, event]));
  const own = changes.filter(({ kind, fact }) => {
    if (kind === 'event') return !isCountedEvent(events.get(fact));
    if (kind === 'news2' || kind === 'weight') return !hasOwnLine[kind];
    return kind === 'none-stated' || (kind === 'observation' && !lastDays);
  });
  const texts = own.flatMap(({ kind, text }) =>
    kind === 'event' && own.length > 1 ? [] : [lowerFirst(text)],
  );
  const count = own.filter(({ kind }) => kind === 'event').length;
  const all = [...new Set(texts), ...(count > 0 && own.length > 1 ? [counted(count, 'event')] : [])];
  const more = all.length - MOST;
  const [first] = own;
  return changeLine('other-changes', first?.section ?? 'events', own, {
    urgency: 'quiet',
    lead: 'Also new',
    rest: `: ${all.slice(0, MOST).join('; ')}${more > 0 ? `; ${more} more` : ''}`,
  });
}
