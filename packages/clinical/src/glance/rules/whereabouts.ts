import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { lineKey } from '../line-key.ts';
import { isSince } from '../since.ts';
import { hasHappened } from '../when-it-was.ts';

/** Somebody who is not in the home at present, or came back since the reader last looked. */
export function whereabouts({ view, since, now }: GlanceQuestion): readonly GlanceLine[] {
  const stay = undisputedIn(view, 'identity')?.stay ?? null;
  if (stay === null) return [];
  const line = {
    rule: 'whereabouts',
    section: 'identity',
    urgency: 'important',
    shape: 'changed',
    quote: null,
  } as const;
  if (stay.away !== null && hasHappened(stay.away.since, now)) {
    const { where, since: on } = stay.away;
    const key = lineKey('whereabouts', ['away', where, on ?? '']);
    return [{ ...line, key, lead: `Now in ${where}`, rest: '', on, canHide: false }];
  }
  const { returned } = stay;
  if (returned === null || !hasHappened(returned.on, now) || !isSince(returned.on, since)) return [];
  const key = lineKey('whereabouts', ['back', returned.from, returned.on]);
  return [{ ...line, key, lead: `Back from ${returned.from}`, rest: '', on: returned.on, canHide: true }];
}
