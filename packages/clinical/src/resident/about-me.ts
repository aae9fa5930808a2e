import type { Recorded } from '../recorded.ts';

/** PRSB About Me, in the person's words. Never coded, never scored. */
export interface AboutMe {
  readonly entries: readonly AboutMeEntry[];
  /** The resident's languages, preferred first. */
  readonly languages: readonly { readonly name: string; readonly preferred: boolean }[];
  readonly interpreter: boolean | null;
}

/**
 * One statement under one heading of PRSB's About Me, in the resident's words or in those of whoever wrote it. `on` is
 * the day it was said or written.
 */
export interface AboutMeEntry extends Recorded {
  readonly heading:
    'communication' | 'what-matters' | 'people' | 'wellness' | 'please-do' | 'support' | 'also-know';
  readonly text: string;
  /** A statement of the plan that can be changed by itself, with whose words it is. Absent: it stands in somebody's form. */
  readonly line?: { readonly saidBy: string | null };
}
