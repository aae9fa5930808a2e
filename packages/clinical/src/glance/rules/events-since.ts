import type { CareEvent } from '../../resident/care-event.ts';
import { changeLine, counted, listed } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';

/** The events that change how somebody is looked after, as they are counted; the others are counted elsewhere. */
const TOLD: readonly (readonly [CareEvent['kind'], string])[] = [
  ['fall', 'fall'],
  ['hospital-stay', 'hospital stay'],
];

/** Falls and hospital stays. One that did not take place is not counted. */
export function eventsSince({ view, changes }: GlanceQuestion): readonly GlanceLine[] {
  const events = new Map((undisputedIn(view, 'events') ?? []).map((event) => [event.id, event]));
  const own = changes.filter(({ kind, fact }) => kind === 'event' && isTold(events.get(fact)));
  const counts = TOLD.flatMap(([kind, one]) => {
    const n = own.filter(({ fact }) => events.get(fact)?.kind === kind).length;
    return n === 0 ? [] : [counted(n, one)];
  });
  const [only, ...others] = own;
  return changeLine('events-since', 'events', own, {
    urgency: 'changed',
    lead: listed(counts),
    rest: only !== undefined && others.length === 0 ? `: ${only.text}` : '',
  });
}

/** Whether this rule speaks of an event. */
export function isTold(event: CareEvent | undefined): boolean {
  return event !== undefined && event.notDone === null && TOLD.some(([kind]) => kind === event.kind);
}
