import type { SectionName } from '../resident/sections.ts';
import type { PartialDate } from '../time/types.ts';

/**
 * The urgency of a line, most urgent first. This order is the order on screen. [P], awaiting clinical sign-off: a
 * question comes before the resident's condition, because a person is waiting for the answer.
 */
export const URGENCIES = ['asked', 'unwell', 'late', 'important', 'changed', 'coming', 'quiet'] as const;

/** How much a line of the glance presses. The most urgent stands first. */
export type Urgency = (typeof URGENCIES)[number];

/** The shape before the words. It must say the same without colour. */
export type GlanceShape = 'asked' | 'up' | 'down' | 'late' | 'changed' | 'coming' | 'same' | 'unknown';

/** One line of the glance, as plain data in plain words. Text from the record stays as recorded. */
export interface GlanceLine {
  /** The rule and its facts. A hidden line comes back when a new fact changes the key. */
  readonly key: string;
  readonly rule: string;
  /** The section that holds the facts. */
  readonly section: SectionName;
  readonly urgency: Urgency;
  readonly shape: GlanceShape;
  /** The words read first, in bold: "NEWS2 5". */
  readonly lead: string;
  /** The words after the lead: ", usual 0", "in 3 months". Empty if the lead says it all. */
  readonly rest: string;
  /** The words of the person who asks, and who it is. */
  readonly quote: { readonly text: string; readonly by: string | null } | null;
  /** The newest date of the facts, or the due date. */
  readonly on: PartialDate | null;
  /** Whether a reader may hide the line. Questions, the resident's condition and overdue tasks cannot be hidden. */
  readonly canHide: boolean;
}
