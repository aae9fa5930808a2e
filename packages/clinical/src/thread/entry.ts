import type { ResidentId } from '../resident/identity.ts';
import type { Instant } from '../time/types.ts';
import type { KindName } from './kind.ts';

/** Which of the two sides a person works for. */
export type ThreadSide = 'home' | 'practice';

/** Who pressed. A press without a name is none. */
export interface Actor {
  readonly name: string;
  readonly role: string | null;
  readonly side: ThreadSide;
}

/** Somebody who is not on the list: new, on respite, or without a record. As typed, and matched with nobody. */
export interface Unlisted {
  readonly name: string;
  /** The date of birth as typed. `null`: not known to whoever asks. */
  readonly born: string | null;
  readonly room: string | null;
  /** Id of the home in the place's configuration, from which the matter comes. Absent: nobody said it. */
  readonly home?: string;
}

/** Whom a matter is about. */
export type About =
  | { readonly kind: 'resident'; readonly resident: ResidentId }
  | { readonly kind: 'unlisted'; readonly person: Unlisted };

/** Who wants to know: the person who presses, or somebody for whom they ask. */
export type AskedBy =
  | { readonly kind: 'presser' }
  | { readonly kind: 'resident' }
  /** `name` and `relation` as the resident's contacts have them. */
  | { readonly kind: 'relative'; readonly name: string; readonly relation: string | null };

/** From the calmest to the most pressing. */
export const THREAD_URGENCIES = ['routine', 'same-day', 'within-hours', 'now'] as const;

/** How soon somebody has to look. */
export type ThreadUrgency = (typeof THREAD_URGENCIES)[number];

/** What an entry does. Each is an intent of its own on the thread. */
export type ThreadAct =
  | {
      readonly kind: 'raise';
      readonly matter: KindName;
      readonly urgency: ThreadUrgency;
      readonly words: string;
      /** Ids of the signs that were ticked, in the order of the list. */
      readonly signs: readonly string[];
      /** In people's words: "breakfast". Empty: not said. */
      readonly since: string;
      /** The intent of the signed observations; `null`: none were taken. */
      readonly observations: string | null;
      readonly askedBy: AskedBy;
    }
  /** Words or observations that were added. `observations` names the assessment's intent. */
  | { readonly kind: 'add'; readonly words: string; readonly observations: string | null }
  | { readonly kind: 'worse'; readonly words: string }
  | { readonly kind: 'better'; readonly words: string }
  /** A telephone call. Nobody answering is a result as well. */
  | { readonly kind: 'call'; readonly to: string; readonly isAnswered: boolean; readonly words: string }
  | { readonly kind: 'went-to-hospital'; readonly where: string | null; readonly words: string }
  | { readonly kind: 'see' }
  | { readonly kind: 'take' }
  | { readonly kind: 'let-go' }
  | { readonly kind: 'ask'; readonly words: string }
  /** `question`: the entry that asked. */
  | { readonly kind: 'reply'; readonly question: string; readonly words: string }
  | {
      readonly kind: 'answer';
      /** One outcome of the thread's kind. */
      readonly outcome: string;
      /** Further actions, each with its owner; `null`: nobody was named. */
      readonly further: readonly { readonly what: string; readonly owner: string | null }[];
      /** By when it is promised; `null`: nothing is promised. */
      readonly promisedBy: Instant | null;
      /** Words that the home can hand over. */
      readonly words: string;
    }
  /** What was promised has happened. `answer`: the entry that promised it. */
  | { readonly kind: 'happened'; readonly answer: string; readonly words: string }
  /** Somebody told the relative who had asked. `answer`: what was told. */
  | { readonly kind: 'told'; readonly answer: string; readonly whom: string }
  /** `into`: the id of the thread that goes on. */
  | { readonly kind: 'join'; readonly into: string }
  | {
      readonly kind: 'withdraw';
      readonly why: 'wrong-resident' | 'mistake' | 'not-needed';
      readonly words: string;
    }
  /** Says who the unlisted person is. */
  | { readonly kind: 'link'; readonly resident: ResidentId };

/** One press on a thread, as it is written and read. */
export interface ThreadEntry {
  /** The intent, made at the press. The id of a `raise` is the thread's. */
  readonly id: string;
  /** The thread. */
  readonly thread: string;
  readonly about: About;
  readonly by: Actor;
  /** The moment of the press by the device's clock. */
  readonly pressedAt: Instant;
  /** Server time minus device time at the press, in milliseconds; `null`: not known. */
  readonly clockOffsetMs: number | null;
  /** When the server had it; `null`: it is not sent, or the server does not say. */
  readonly receivedAt: Instant | null;
  /** The last entry that its author had on screen; `null` for a `raise`. */
  readonly after: string | null;
  readonly act: ThreadAct;
  /** It lies on this device, and no server is known to have it (SPEC E9). Absent: the server has it. */
  readonly unsent?: 'not-sent' | 'arrival-not-known';
}
