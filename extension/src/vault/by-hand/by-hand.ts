import type { PlaceConfiguration, ResidentView } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { RosterEntry } from '@ehch/sdk/client';
import type { NotFound, PutAway } from '../../messages/by-hand-state.ts';
import type { Identifiers } from '../../messages/side.ts';
import type { RosterBook } from '../roster-book.ts';
import type { Subject } from '../subject.ts';

/**
 * A moment by both clocks: the clinical one, which can be set, and one that nobody sets, which may stand still in
 * sleep.
 */
export interface Moment {
  readonly now: Instant;
  readonly ms: number;
}

/** A resident whom a person chose, and the record that belongs to this choice. */
export interface Chosen {
  readonly kind: 'chosen';
  /** The context's id. Every choice makes a new one, and every asynchronous result carries it. */
  readonly ctx: string;
  readonly asked: Identifiers;
  readonly resident: RosterEntry;
  readonly since: Moment;
  /** The last press that kept the resident on screen. */
  readonly pressed: Moment;
  /** Whether the choice ends within a minute. */
  readonly isEnding: boolean;
  readonly view: ResidentView | null;
}

/**
 * Whom somebody looked for or chose by hand in one side panel. It belongs to the panel's window and to no tab. It is
 * a value: {@link stepByHand} makes the next one.
 */
export type ByHand =
  | {
      readonly kind: 'nobody';
      /** Why the last choice ended; `null`: there was none, or what came next is on screen. */
      readonly ended: { readonly why: PutAway; readonly at: Instant } | null;
    }
  /** It keeps nothing of what was typed. */
  | { readonly kind: 'not-found'; readonly why: NotFound }
  | {
      readonly kind: 'choose';
      readonly ctx: string;
      readonly asked: Identifiers;
      readonly found: readonly RosterEntry[];
      readonly since: Moment;
    }
  | Chosen
  /** A page shows somebody else. It keeps nothing of the resident who was chosen. */
  | { readonly kind: 'differs'; readonly ctx: string }
  /** The record contradicts the list. It keeps nothing of the resident either. */
  | { readonly kind: 'doubted'; readonly differs: 'born' | 'number' | 'name' };

export type ByHandAction =
  | { readonly kind: 'find'; readonly asked: Identifiers }
  | { readonly kind: 'choose'; readonly ctx: string; readonly resident: string }
  | { readonly kind: 'keep'; readonly ctx: string }
  | { readonly kind: 'put-away' }
  | { readonly kind: 'go-on'; readonly ctx: string }
  /** Time has passed, or the page in front, the list or the lock has changed. */
  | { readonly kind: 'look-again' }
  /** The engine answered a request that was made for the context `ctx`. */
  | { readonly kind: 'view'; readonly ctx: string; readonly view: ResidentView };

/** What a step needs beside the state itself. */
export interface Around extends Moment {
  readonly place: PlaceConfiguration;
  readonly roster: Pick<RosterBook, 'state' | 'find' | 'all'>;
  /** Whom the page in front of the panel's window shows. */
  readonly page: Subject;
  readonly isLocked: boolean;
  /** Milliseconds until this panel may ask for another record. 0: it may now. */
  readonly waitMs: number;
  /** An id that was never used before. */
  readonly freshContext: string;
}

/** What keeps a resident chosen by hand from standing where somebody else belongs. Tests switch one off at a time. */
export interface ByHandGuards {
  /** A page that shows somebody comes first. */
  readonly page: boolean;
  /** Whatever a page says of somebody stands before anything chosen by hand, should both be there after all. */
  readonly front: boolean;
  /** A press and an answer count for the context that they were made for. */
  readonly context: boolean;
  /** To go on with a page takes a press on the question that asks it: "Put away" takes away, and shows nobody. */
  readonly question: boolean;
  /** The date of birth has to agree too: a number or a name alone finds nobody. */
  readonly secondIdentifier: boolean;
  /** Ten minutes without a press put a resident away, and whoever was found. */
  readonly time: boolean;
  readonly lock: boolean;
  /** Whoever has left the list is put away. */
  readonly list: boolean;
  /** The record itself may not contradict the list by which somebody chose. */
  readonly record: boolean;
}

export const EVERY_GUARD: ByHandGuards = {
  page: true,
  front: true,
  context: true,
  question: true,
  secondIdentifier: true,
  time: true,
  lock: true,
  list: true,
  record: true,
};

export const NOTHING_BY_HAND: ByHand = { kind: 'nobody', ended: null };
