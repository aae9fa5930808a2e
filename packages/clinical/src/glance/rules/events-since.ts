import type { CareEvent } from '../../resident/care-event.ts';
import { civilDayOf } from '../../time/partial-date.ts';
import { changeLine, counted, listed } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import { withoutKind } from '../part-of-sentence.ts';
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
  const away = undisputedIn(view, 'identity')?.stay?.away ?? null;
  // Where she is now has a line of its own, which tells that stay.
  const isToldAsAway = (event: CareEvent | undefined) =>
    away !== null && event?.kind === 'hospital-stay' && civilDayOf(event.on) === civilDayOf(away.since);
  const own = changes.filter(
    ({ kind, fact }) => kind === 'event' && isTold(events.get(fact)) && !isToldAsAway(events.get(fact)),
  );
  const kindOf = (fact: string) => TOLD.find(([kind]) => kind === events.get(fact)?.kind)?.[1] ?? '';
  const counts = TOLD.flatMap(([kind, one]) => {
    const n = own.filter(({ fact }) => events.get(fact)?.kind === kind).length;
    return n === 0 ? [] : [counted(n, one)];
  });
  const [only, ...others] = own;
  return changeLine('events-since', 'events', own, {
    urgency: 'changed',
    lead: listed(counts),
    rest: only !== undefined && others.length === 0 ? `: ${withoutKind(only.text, kindOf(only.fact))}` : '',
  });
}

/** Whether this rule speaks of an event. */
export function isTold(event: CareEvent | undefined): boolean {
  return event !== undefined && event.notDone === null && TOLD.some(([kind]) => kind === event.kind);
}
