import type { PlaceConfiguration } from '../place/place.ts';
import type { ResidentView } from '../resident/view.ts';
import { changesSince } from '../rules/changes-since.ts';
import { londonDate } from '../time/london.ts';
import type { Instant, PartialDate } from '../time/types.ts';
import { URGENCIES, type GlanceLine } from './glance-line.ts';
import { undisputedIn } from '../resident/undisputed.ts';
import type { GlanceQuestion, Since } from './glance-question.ts';
import { GLANCE_RULES } from './rules/index.ts';
import { newElsewhere } from './new-elsewhere.ts';
import { sinceOf } from './since.ts';
import { hasHappened } from './when-it-was.ts';

/** Five lines are read at once; what more there is waits for a press. */
export const GLANCE_LINES = 5;

export interface Glance {
  /** At most {@link GLANCE_LINES}, most urgent first. What is not known is always among them. */
  readonly lines: readonly GlanceLine[];
  /** What had no place among them, in the same order. */
  readonly more: readonly GlanceLine[];
  /** What the reader hid, and nothing new has come to since. */
  readonly hidden: readonly GlanceLine[];
  readonly since: Since;
}

/** What a glance is asked with. */
export interface GlanceInput {
  readonly view: ResidentView;
  /** When the reader last looked; `null`: not known. */
  readonly since: PartialDate | null;
  readonly now: Instant;
  readonly place?: PlaceConfiguration | null;
  /** Keys of lines that the reader hid. */
  readonly hidden?: readonly string[];
}

/**
 * What matters now, in at most five lines. `null` where nothing may be told: records disagree about who this is, or the
 * person has died.
 */
export function atAGlance({ view, since, now, place = null, hidden = [] }: GlanceInput): Glance | null {
  const { identity } = view.sections;
  if (identity.state === 'known' && identity.content.kind === 'disagree') return null;
  if (undisputedIn(view, 'identity')?.death.state === 'died') return null;
  const question = questionOf(view, sinceOf(since, londonDate(now)), now, place);
  const made = inOrder(GLANCE_RULES.map((rule) => rule(question)));
  const isHidden = ({ key, canHide }: GlanceLine) => canHide && hidden.includes(key);
  const told = made.filter((line) => !isHidden(line));
  return { ...placed(told), hidden: made.filter(isHidden), since: question.since };
}

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

/** By urgency, then by rule, then in the rule's own order, which is total: no two lines are equal. */
function inOrder(byRule: readonly (readonly GlanceLine[])[]): readonly GlanceLine[] {
  const urgency = (line: GlanceLine) => URGENCIES.indexOf(line.urgency);
  return byRule.flat().toSorted((a, b) => urgency(a) - urgency(b));
}

/**
 * What is not known keeps its place among the five: a glance that left it out would say more than it knows. So does how
 * somebody is who is unwell now: the more people worry, the less may their worries hide it.
 */
function placed(lines: readonly GlanceLine[]): Pick<Glance, 'lines' | 'more'> {
  const isKept = ({ shape, urgency }: GlanceLine) => shape === 'unknown' || urgency === 'unwell';
  const room = Math.max(0, GLANCE_LINES - lines.filter(isKept).length);
  const others = lines.filter((line) => !isKept(line)).slice(0, room);
  const shown = lines.filter((line) => isKept(line) || others.includes(line)).slice(0, GLANCE_LINES);
  return { lines: shown, more: lines.filter((line) => !shown.includes(line)) };
}
