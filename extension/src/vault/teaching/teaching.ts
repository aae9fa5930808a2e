import type { Template } from '../../hosts/template.ts';
import type {
  NotTakenHere,
  TaughtReading,
  TeachPressed,
  ToTeach,
  Unproven,
  Wanted,
  WhyEnded,
} from '../../messages/teaching.ts';

/** The one page that is taught, and the question that stands. Every answer and every press names the question. */
interface Taught {
  readonly tab: number;
  readonly origin: string;
  readonly ask: string;
  /** Milliseconds of the last press, by a clock that nobody sets. */
  readonly pressed: number;
}

/**
 * Where somebody stands who teaches a page. What was read of people lives here and nowhere else. It is a value:
 * {@link stepTeaching} makes the next one.
 */
export type Teaching =
  | { readonly at: 'off' }
  | (Taught & {
      readonly at: 'asking';
      readonly wanted: Wanted;
      readonly isCovered: boolean;
      readonly trouble: { readonly why: NotTakenHere; readonly text: string | null } | null;
    })
  | (Taught & {
      readonly at: 'picked';
      readonly wanted: Wanted;
      readonly label: string | null;
      readonly choices: readonly TaughtReading[];
    })
  | (Taught & { readonly at: 'drafting' })
  | (Taught & {
      readonly at: 'draft';
      readonly template: Template;
      readonly reading: TaughtReading;
      readonly words: readonly string[];
    })
  /** The draft is kept, and reads nobody. Two people have to be seen before it counts. */
  | (Taught & {
      readonly at: 'looks';
      readonly template: Template;
      readonly first: TaughtReading | null;
      readonly second: TaughtReading | null;
      readonly isLooking: boolean;
      readonly unproven: Unproven | null;
      readonly words: readonly string[];
    })
  | (Taught & { readonly at: 'confirmed' })
  | (Taught & { readonly at: 'wrong'; readonly why: WhyEnded });

export type TeachingEvent =
  /** Somebody begins to point, or goes on with a draft that is kept. */
  | { readonly kind: 'begin'; readonly tab: number; readonly origin: string; readonly draft: Template | null }
  | { readonly kind: 'press'; readonly ask: string; readonly pressed: TeachPressed }
  /** The script runs in the page. */
  | { readonly kind: 'ready' }
  /** The script has gone: the page was left, or the script could not run. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'covered'; readonly ask: string }
  /** A click on the cover that has this ticket. */
  | { readonly kind: 'pick'; readonly ticket: string; readonly x: number; readonly y: number }
  | {
      readonly kind: 'not-taken';
      readonly ask: string;
      readonly why: NotTakenHere;
      readonly text: string | null;
    }
  | {
      readonly kind: 'picked';
      readonly ask: string;
      readonly label: string | null;
      readonly choices: readonly TaughtReading[];
    }
  | {
      readonly kind: 'drafted';
      readonly ask: string;
      /** A sound template; or why there is none. */
      readonly template: Template | 'no-path' | 'refused';
      readonly reading: TaughtReading;
      readonly words: readonly string[];
    }
  | {
      readonly kind: 'looked';
      readonly ask: string;
      readonly reading: TaughtReading | null;
      readonly words: readonly string[];
    }
  /** The page in front is of another site, so nobody looks there. */
  | { readonly kind: 'not-here' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'tab-gone'; readonly tab: number }
  | { readonly kind: 'time' };

/** What the vault has to do after a step, in this order. */
export type TeachingEffect =
  /** Start the script in the page anew. */
  | { readonly kind: 'inject' }
  | { readonly kind: 'tell'; readonly message: ToTeach }
  | {
      readonly kind: 'keep';
      readonly state: 'draft' | 'confirmed';
      readonly origin: string;
      readonly template: Template;
    }
  /** End the script, and what the browser permitted for nothing. */
  | { readonly kind: 'end'; readonly origin: string };

export interface TeachingStep {
  readonly teaching: Teaching;
  readonly effects: readonly TeachingEffect[];
}

/** What a step needs beside the state itself. */
export interface AroundTeaching {
  readonly ms: number;
  /** An id that was never used before. */
  readonly freshAsk: string;
}

/** What keeps a draft from counting before two people were seen. Tests switch one off at a time. */
export interface TeachingGuards {
  /** An answer and a press count for the question that stands. */
  readonly ask: boolean;
  /** A click counts on the cover that was asked for, and while a place is asked for. */
  readonly ticket: boolean;
  /** A draft needs a number and a date of birth that were read. */
  readonly whole: boolean;
  /** Number and date of birth of the second person differ from those of the first. */
  readonly differs: boolean;
  readonly lock: boolean;
  /** What was read of people goes ten minutes after the last press. */
  readonly time: boolean;
  /** What was read goes with its tab. */
  readonly tab: boolean;
  /** A page that was left takes what was pointed at with it. */
  readonly left: boolean;
}

export const EVERY_TEACHING_GUARD: TeachingGuards = {
  ask: true,
  ticket: true,
  whole: true,
  differs: true,
  lock: true,
  time: true,
  tab: true,
  left: true,
};

export const NOT_TEACHING: Teaching = { at: 'off' };

/** [P] As long as a resident chosen by hand stands: one consultation. */
export const TAUGHT_FOR_MS = 10 * 60_000;
