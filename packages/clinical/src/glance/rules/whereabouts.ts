import type { PartialDate } from '../../time/types.ts';
import type { GlanceLine } from '../glance-line.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { GlanceQuestion } from '../glance-question.ts';
import { lineKey } from '../line-key.ts';
import { isSince } from '../since.ts';
import { hasHappened } from '../when-it-was.ts';

/** Tells that the resident is away from the home, or has moved in or come back since the reader's last look. */
export function whereabouts({ view, since, now }: GlanceQuestion): readonly GlanceLine[] {
  const stay = undisputedIn(view, 'identity')?.stay ?? null;
  if (stay === null) return [];
  const { away, returned, home, since: came } = stay;
  // A resident who is away is told however long ago that began: the reader must not look for them in the home.
  if (away !== null && hasHappened(away.since, now))
    return line(`Now in ${away.where}`, away.since, ['away', away.where], false);
  const isNews = (on: PartialDate) => hasHappened(on, now) && isSince(on, since);
  if (returned !== null && isNews(returned.on))
    return line(`Back from ${returned.from}`, returned.on, ['back', returned.from], true);
  return came !== null && isNews(came) ? line(`Came to ${home ?? 'the home'}`, came, ['came'], true) : [];
}

function line(
  lead: string,
  on: PartialDate | null,
  facts: readonly string[],
  canHide: boolean,
): readonly GlanceLine[] {
  return [
    {
      key: lineKey('whereabouts', [...facts, on ?? '']),
      rule: 'whereabouts',
      section: 'identity',
      urgency: 'important',
      shape: 'changed',
      lead,
      rest: '',
      quote: null,
      on,
      canHide,
    },
  ];
}
