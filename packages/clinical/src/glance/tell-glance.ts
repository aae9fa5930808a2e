import type { PlaceConfiguration } from '../place/place.ts';
import type { ResidentView } from '../resident/view.ts';
import { changesSince } from '../rules/changes-since.ts';
import { londonDate } from '../time/london.ts';
import type { Instant, PartialDate } from '../time/types.ts';
import { URGENCIES, type GlanceLine } from './glance-line.ts';
import { undisputedIn } from '../resident/undisputed.ts';
import type { GlanceQuestion } from './glance-question.ts';
import type { GlanceTold } from './glance-told.ts';
import { mayTell } from './may-tell.ts';
import { GLANCE_RULES } from './rules/index.ts';
import { newElsewhere } from './new-elsewhere.ts';
import { sinceOf, type Since } from './since.ts';
import { hasHappened } from './when-it-was.ts';

/** The input of a glance. */
export interface GlanceInput {
  readonly view: ResidentView;
  /** When the reader last looked; `null` if nobody knows. */
  readonly since: PartialDate | null;
  readonly now: Instant;
  readonly place?: PlaceConfiguration | null;
}

interface ToldAnew extends Pick<GlanceQuestion, 'view' | 'since' | 'now' | 'place'> {}

/**
 * Returns every line about what matters now. `null` if nothing may be told: the records disagree about who this is, or
 * the person has died.
 */
export function tellGlance({ view, since, now, place = null }: GlanceInput): GlanceTold | null {
  return tellGlanceSince({ view, since: sinceOf(since, londonDate(now)), now, place });
}

/** The same from a time that a glance has told already. */
export function tellGlanceSince({ view, since, now, place }: ToldAnew): GlanceTold | null {
  if (!mayTell(view)) return null;
  const question = questionOf(view, since, now, place);
  return {
    lines: inOrder(GLANCE_RULES.map((rule) => rule(question))),
    since: question.since,
    at: now,
  };
}

/** Prepares the input of the rules once, so that all rules see the same changes. */
function questionOf(
  view: ResidentView,
  since: Since,
  now: Instant,
  place: PlaceConfiguration | null,
): GlanceQuestion {
  const { changes, incomplete, complete } = changesSince(view, since.from);
  const lastDays = undisputedIn(view, 'limits')?.lastDays ?? null;
  return {
    view,
    since,
    now,
    today: londonDate(now),
    place,
    lastDays: lastDays !== null && hasHappened(lastDays.on, now),
    changes: changes.filter(({ on }) => hasHappened(on, now)),
    changesComplete: complete,
    onlyUndatedMissing: incomplete.every(({ why }) => why === 'undated'),
    elsewhere: newElsewhere(view, since, now),
  };
}

/**
 * Sorts by urgency, then by rule, then in the rule's own order. Each rule orders all its lines, so the result is fixed.
 */
function inOrder(byRule: readonly (readonly GlanceLine[])[]): readonly GlanceLine[] {
  const urgency = (line: GlanceLine) => URGENCIES.indexOf(line.urgency);
  return byRule.flat().toSorted((a, b) => urgency(a) - urgency(b));
}
