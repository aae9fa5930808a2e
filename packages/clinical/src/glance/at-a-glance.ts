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

/** A reader takes in five lines at once. Further lines wait for a press. */
export const GLANCE_LINES = 5;

/** The lines of a glance. Every line is in exactly one of the three lists. */
export interface Glance {
  /** At most {@link GLANCE_LINES}, most urgent first. A line about what is not known is always among them. */
  readonly lines: readonly GlanceLine[];
  /** The lines beyond these, in the same order. */
  readonly more: readonly GlanceLine[];
  /** The lines that the reader hid and that have no new fact since. */
  readonly hidden: readonly GlanceLine[];
  readonly since: Since;
}

/** The input of a glance. */
export interface GlanceInput {
  readonly view: ResidentView;
  /** When the reader last looked; `null` if nobody knows. */
  readonly since: PartialDate | null;
  readonly now: Instant;
  readonly place?: PlaceConfiguration | null;
  /** Keys of lines that the reader hid. */
  readonly hidden?: readonly string[];
}

/**
 * Returns what matters now, in at most five lines. `null` if nothing may be shown: the records disagree about who
 * this is, or the person has died.
 */
export function atAGlance({ view, since, now, place = null, hidden = [] }: GlanceInput): Glance | null {
  const { identity } = view.sections;
  // Records that disagree about the person may be about two people, so no line may be told.
  if (identity.state === 'known' && identity.content.kind === 'disagree') return null;
  if (undisputedIn(view, 'identity')?.death.state === 'died') return null;
  const question = questionOf(view, sinceOf(since, londonDate(now)), now, place);
  const made = inOrder(GLANCE_RULES.map((rule) => rule(question)));
  const isHidden = ({ key, canHide }: GlanceLine) => canHide && hidden.includes(key);
  const visible = made.filter((line) => !isHidden(line));
  return { ...placed(visible), hidden: made.filter(isHidden), since: question.since };
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

/**
 * Chooses the lines to show. A line about what is not known keeps its place, because without it the glance would
 * claim too much. So does a line about a resident who is unwell now: many worries must not push it out.
 */
function placed(lines: readonly GlanceLine[]): Pick<Glance, 'lines' | 'more'> {
  const isKept = ({ shape, urgency }: GlanceLine) => shape === 'unknown' || urgency === 'unwell';
  const room = Math.max(0, GLANCE_LINES - lines.filter(isKept).length);
  const others = lines.filter((line) => !isKept(line)).slice(0, room);
  const shown = lines.filter((line) => isKept(line) || others.includes(line)).slice(0, GLANCE_LINES);
  return { lines: shown, more: lines.filter((line) => !shown.includes(line)) };
}
