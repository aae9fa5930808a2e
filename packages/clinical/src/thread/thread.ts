import type { Instant } from '../time/types.ts';
import type { About, Actor, AskedBy, ThreadEntry, ThreadUrgency } from './entry.ts';
import type { KindName } from './kind.ts';

/** A person's press with its moment. */
export interface ThreadPress {
  readonly entry: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** The press that raised a matter. */
export interface Raised extends ThreadPress {
  readonly words: string;
  readonly signs: readonly string[];
  /** In people's words: "breakfast". Empty: not said. */
  readonly since: string;
  /** The intent of the signed observations; `null`: none were taken. */
  readonly observations: string | null;
  readonly askedBy: AskedBy;
}

/** An answer in force. */
export interface ThreadAnswer extends ThreadPress {
  readonly outcome: string;
  readonly further: readonly { readonly what: string; readonly owner: string | null }[];
  readonly promisedBy: Instant | null;
  readonly words: string;
  /** Who confirmed that it happened; `null`: nobody yet. */
  readonly happened: ThreadPress | null;
  /** Who told the relative who had asked; `null`: nobody yet, or no relative asked. */
  readonly told: ThreadPress | null;
}

/** How a thread ended, if it did. */
export type Ending =
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly by: ThreadPress }
  | {
      readonly state: 'withdrawn';
      readonly by: ThreadPress;
      readonly why: 'wrong-resident' | 'mistake' | 'not-needed';
      readonly words: string;
    };

/** One matter between a home and its practice, made from its entries. */
export interface Thread {
  /** The id of the entry that raised it. */
  readonly id: string;
  readonly kind: KindName;
  readonly about: About;
  /** Whom it was about before somebody linked it anew. */
  readonly linkedFrom: readonly About[];
  readonly raised: Raised;
  /** The matters that were joined into this one, oldest first. Whoever raised them is informed as well. */
  readonly alsoRaised: readonly Raised[];
  readonly urgency: ThreadUrgency;
  /** Since when somebody waits: the raising, or the last "worse". */
  readonly askedAt: Instant;
  /** The first press of "seen" since `askedAt`; `null`: nobody has. */
  readonly seen: ThreadPress | null;
  /** Who has it; `null`: nobody. */
  readonly taken: ThreadPress | null;
  /** Questions that the other side has not replied to, oldest first. */
  readonly questions: readonly (ThreadPress & { readonly words: string })[];
  /** The answer in force to what was last asked; `null`: none. */
  readonly answered: ThreadAnswer | null;
  /**
   * An answer to what was asked before, whose promise nobody has confirmed, or by which somebody had to ring 999 or 111. It answers
   * nothing of what was asked since, and is said all the same (SPEC P10, P11). `null`: there is none.
   */
  readonly promisedBefore: ThreadAnswer | null;
  /** The last "worse" or "better" after the raising. */
  readonly turn: (ThreadPress & { readonly kind: 'worse' | 'better'; readonly words: string }) | null;
  /** The resident went to hospital. */
  readonly inHospital: ThreadPress | null;
  readonly ending: Ending;
  /** Every entry in its order, also those that changed nothing. */
  readonly entries: readonly ThreadEntry[];
  /** Entries that did not fit when they were pressed (SPEC E6). */
  readonly without: readonly string[];
  /** Entries that are named and have not arrived (SPEC E4). */
  readonly missing: readonly string[];
  /** Ids that came with two contents (SPEC E5). */
  readonly disputed: readonly string[];
  /** How many entries were about somebody else and are not shown (SPEC E7). */
  readonly foreign: number;
  /**
   * What other systems say of the matter, in words. It is nobody's press here, so it makes nothing seen, taken or answered. Absent:
   * they say nothing.
   */
  readonly elsewhere?: readonly string[];
  /**
   * Presses of this device that no server is known to have, in their order. The other side knows nothing of them, so they change
   * nothing of how the thread stands. The raising may be one (SPEC E9). Absent: all is sent.
   */
  readonly unsent?: readonly ThreadEntry[];
}
