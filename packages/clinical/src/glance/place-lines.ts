import type { GlanceLine } from './glance-line.ts';
import type { GlanceTold } from './glance-told.ts';

/** A reader takes in five lines at once. Further lines wait for a press. */
export const GLANCE_LINES = 5;

/** The lines of a glance as they stand on a screen. Every line is in exactly one of the three lists. */
export interface Glance {
  /** At most {@link GLANCE_LINES}, most urgent first. A line about what is not known is always among them. */
  readonly lines: readonly GlanceLine[];
  /** The lines beyond these, in the same order. */
  readonly more: readonly GlanceLine[];
  /** The lines that the reader hid and that have no new fact since. */
  readonly hidden: readonly GlanceLine[];
}

/** Gives each line its place on the screen. `hidden` has the keys of the lines that the reader hid. */
export function placeLines({ lines }: Pick<GlanceTold, 'lines'>, hidden: readonly string[] = []): Glance {
  const isHidden = ({ key, canHide }: GlanceLine) => canHide && hidden.includes(key);
  const visible = lines.filter((line) => !isHidden(line));
  return { ...placed(visible), hidden: lines.filter(isHidden) };
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
