import type { Stamp } from './stamp.ts';

/** What a person's session is locked by: nobody at the PC, the computer, a press. */
interface Signed {
  /** Whether the person chose a PIN for short breaks. Without one they sign in again. */
  readonly hasPin: boolean;
  /** When somebody was last known to work here. */
  readonly seen: Stamp;
  /** When the server last answered. */
  readonly heard: Stamp;
}

/** Why nobody is signed in. */
type WhyOut = 'not-yet' | 'asked' | 'wiped';
/** Why the keys were dropped without anybody asking for it. */
export type WhyHard = 'computer' | 'nobody-here' | 'pin' | 'refused' | 'offline' | 'clock';

/** The lock of this browser. It is a value: `step` makes the next one. */
export type Lock =
  /** Nobody can sign in, because no server for that was set up. The computer's own lock counts alone. */
  | { readonly at: 'free'; readonly isComputerLocked: boolean }
  | ({ readonly at: 'open' } & Signed)
  /** Blank. The keys stay, and the same person goes on with a PIN. `tries`: how many PINs were given. */
  | ({ readonly at: 'soft'; readonly tries: number } & Signed)
  /**
   * Blank, and the keys that read records are dropped. `stillSends`: the session stays until the last escalation of the
   * home is sent, and opens nothing.
   */
  | { readonly at: 'hard'; readonly why: WhyHard; readonly stillSends: boolean }
  | { readonly at: 'signed-out'; readonly why: WhyOut; readonly stillSends: boolean };

export type LockEvent =
  | { readonly kind: 'signed-in'; readonly hasPin: boolean }
  | { readonly kind: 'press-lock' }
  | { readonly kind: 'sign-out' }
  /** Somebody gave a PIN. Whether it is right is not known yet. */
  | { readonly kind: 'pin' }
  | { readonly kind: 'pin-right' }
  | { readonly kind: 'pin-wrong' }
  /** A person presses something in a panel, or the browser says that somebody is at the computer. */
  | { readonly kind: 'active' }
  /** The browser says that nobody has touched the computer for the minutes of the soft lock. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'computer-locked' }
  | { readonly kind: 'computer-open' }
  /** An alarm, a message, or a start of the vault: time may have passed. */
  | { readonly kind: 'time' }
  /** The FHIR server has answered. */
  | { readonly kind: 'heard' }
  /** The authorisation server ended the session. */
  | { readonly kind: 'refused' }
  /** The last escalation of this PC was sent. */
  | { readonly kind: 'sent' }
  /** An administrator ordered everything here erased: the number counts up. */
  | { readonly kind: 'wipe'; readonly epoch: number };

export type LockEffect =
  /** Takes everything off every screen. It comes before anything else. */
  | { readonly kind: 'blank' }
  /** Starts the engine for the person who has signed in. */
  | { readonly kind: 'begin' }
  /** Drops the keys that read records. `keeps`: what was not sent keeps the key under which it lies, in memory. */
  | { readonly kind: 'drop-keys'; readonly keeps: 'nothing' | 'work' }
  /** Forgets tokens, PIN and person. */
  | { readonly kind: 'clear-session' }
  /** Erases what lies on the disk. `all`: an administrator ordered it, also where work was not sent. */
  | { readonly kind: 'delete-database'; readonly all: boolean }
  /** Tells the server that the tokens are of no use any more. */
  | { readonly kind: 'revoke' }
  | { readonly kind: 'compare-pin' }
  /** Says what was not sent, because it keeps somebody from signing out. */
  | { readonly kind: 'tell-unsent' }
  | { readonly kind: 'note-wiped'; readonly epoch: number }
  /** The vault is woken every minute, or no longer. */
  | { readonly kind: 'arm-alarm'; readonly isOn: boolean };

/** What surrounds a step. */
export interface AroundLock {
  readonly now: Stamp;
  readonly settings: LockSettings;
  /** What lies here and was not sent. */
  readonly work: {
    /** Escalations of the home. */
    readonly escalations: number;
    /** All of it: what waits, and drafts. */
    readonly kept: number;
  };
  /** The newest order to erase that was carried out. */
  readonly wiped: number;
}

export interface LockSettings {
  readonly softLockMinutes: number;
  readonly hardLockMinutes: number;
  readonly maxOfflineHours: number;
  /** In memory mode what lies on the disk is of no use without the key that a hard lock drops. */
  readonly lockMode: 'memory' | 'passphrase' | 'prf';
}

/** Tests switch one off, to prove that the search would notice. */
export interface LockGuards {
  readonly blank: boolean;
  readonly idle: boolean;
  readonly late: boolean;
  readonly offline: boolean;
  readonly clock: boolean;
  readonly computer: boolean;
  readonly tries: boolean;
  readonly asked: boolean;
  readonly noPin: boolean;
  readonly work: boolean;
  readonly escalations: boolean;
  readonly sent: boolean;
  readonly revoke: boolean;
  readonly refused: boolean;
  readonly wipe: boolean;
}

export const EVERY_LOCK_GUARD: LockGuards = {
  blank: true,
  idle: true,
  late: true,
  offline: true,
  clock: true,
  computer: true,
  tries: true,
  asked: true,
  noPin: true,
  work: true,
  escalations: true,
  sent: true,
  revoke: true,
  refused: true,
  wipe: true,
};

export interface LockStep {
  readonly lock: Lock;
  readonly effects: readonly LockEffect[];
}

/** Whether nothing of anybody may stand on a screen. */
export function holdsBack(lock: Lock): boolean {
  return lock.at === 'free' ? lock.isComputerLocked : lock.at !== 'open';
}
