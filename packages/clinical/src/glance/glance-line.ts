import type { SectionName } from '../resident/view.ts';
import type { PartialDate } from '../time/types.ts';

/**
 * How urgent a line is, most urgent first. The order here is the order on screen. [P], awaiting clinical sign-off: what is
 * asked of somebody comes before how she is, because a person is waiting for the answer.
 */
export const URGENCIES = ['asked', 'unwell', 'late', 'important', 'changed', 'coming', 'quiet'] as const;

export type Urgency = (typeof URGENCIES)[number];

/** What the reader sees before the words: it must say the same without colour. */
export type GlanceShape = 'asked' | 'up' | 'down' | 'late' | 'changed' | 'coming' | 'same' | 'unknown';

/** One line of the glance: plain data, in plain words. Text from the record stands in it as recorded. */
export interface GlanceLine {
  /** The rule and the facts that it speaks of. A line that was hidden comes back when a new fact changes its key. */
  readonly key: string;
  readonly rule: string;
  /** The section that holds the facts. */
  readonly section: SectionName;
  readonly urgency: Urgency;
  readonly shape: GlanceShape;
  /** Read first, and heavy: "NEWS2 5". */
  readonly lead: string;
  /** Follows on: ", usual 0", "in 3 months". Empty where the lead says it all. */
  readonly rest: string;
  /** The words of whoever asks, and who that is. */
  readonly quote: { readonly text: string; readonly by: string | null } | null;
  /** The newest date of its facts, or the day on which it is due. */
  readonly on: PartialDate | null;
  /** Whether a reader may hide it. What is asked, how she is and what is late cannot be hidden. */
  readonly canHide: boolean;
}
