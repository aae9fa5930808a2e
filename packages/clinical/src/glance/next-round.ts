import { addDays, weekday } from '../time/civil-date.ts';
import { londonTime } from '../time/london.ts';
import type { Due } from './due.ts';
import { undisputedIn } from '../resident/undisputed.ts';
import type { GlanceQuestion } from './glance-question.ts';

/** Returns the next home round of the resident's home, from the place's configuration. */
export function nextRound({ view, place, today, now }: GlanceQuestion): Due | null {
  const stay = undisputedIn(view, 'identity')?.stay ?? null;
  const home = place?.homes.find(({ name }) => name === stay?.home);
  const round = home?.round;
  if (home === undefined || round === undefined) return null;
  const ahead = (round.weekday - weekday(today) + 7) % 7;
  // Today's round counts as over once its time has come.
  const day = addDays(today, ahead === 0 && londonTime(now) >= round.time ? 7 : ahead);
  return {
    fact: `round/${home.id}/${day}`,
    section: 'plan',
    text: `home round ${round.time}`,
    owner: null,
    due: day,
  };
}
