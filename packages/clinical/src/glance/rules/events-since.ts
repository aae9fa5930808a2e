import type { CareEvent } from '../../resident/care-event.ts';
import { civilDayOf } from '../../time/partial-date.ts';
import { listed } from '../../display/listed.ts';
import { changeLine, counted } from '../change-line.ts';
import type { GlanceLine } from '../glance-line.ts';
import { withoutKind } from '../part-of-sentence.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';

/** Events that change a resident's care, each with the word to count it by. `otherChanges` counts the others. */
const COUNTED_EVENTS: readonly (readonly [CareEvent['kind'], string])[] = [
  ['fall', 'fall'],
  ['hospital-stay', 'hospital stay'],
];

/** Tells of falls and hospital stays. An event that did not take place is not counted. */
export function eventsSince({ view, changes }: GlanceQuestion): readonly GlanceLine[] {
  const events = new Map((undisputedIn(view, 'events') ?? []).map((event) => [event.id, event]));
  const away = undisputedIn(view, 'identity')?.stay?.away ?? null;
  // The present stay in hospital has its own line, in `whereabouts`.
  const isPresentStay = (event: CareEvent | undefined) =>
    away !== null && event?.kind === 'hospital-stay' && civilDayOf(event.on) === civilDayOf(away.since);
  const own = changes.filter(
    ({ kind, fact }) =>
      kind === 'event' && isCountedEvent(events.get(fact)) && !isPresentStay(events.get(fact)),
  );
  const kindOf = (fact: string) =>
    COUNTED_EVENTS.find(([kind]) => kind === events.get(fact)?.kind)?.[1] ?? '';
  const counts = COUNTED_EVENTS.flatMap(([kind, one]) => {
    const n = own.filter(({ fact }) => events.get(fact)?.kind === kind).length;
    return n === 0 ? [] : [counted(n, one)];
  });
  const [only, ...others] = own;
  return changeLine('events-since', 'events', own, {
    urgency: 'changed',
    lead: listed(counts),
    // A single event is told in its own words; several are only counted.
    rest: only !== undefined && others.length === 0 ? `: ${withoutKind(only.text, kindOf(only.fact))}` : '',
  });
}

/** Whether this rule tells of the event. */
export function isCountedEvent(event: CareEvent | undefined): boolean {
  return (
    event !== undefined && event.notDone === null && COUNTED_EVENTS.some(([kind]) => kind === event.kind)
  );
}
