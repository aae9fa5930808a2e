import type { ResidentId } from '../resident/identity.ts';
import type { StopSignal } from './stop-signal.ts';

/** How things stand on this device. It holds counts alone, so that a locked screen can say them. */
export interface DeviceStatus {
  /** Where the engine runs. `page`: this page could not start a worker, so it may be slow. */
  readonly runsIn: 'worker' | 'page';
  /** `memory`: everything is lost when the last window closes. */
  readonly lasts: 'device' | 'memory';
  readonly lock: 'unlocked' | 'locked';
  /**
   * Whether the browser has promised to erase nothing of it by itself. `false`: it may, when the PC runs short of space.
   * Absent: it does not say, or nothing outlives it anyway.
   */
  readonly isPersisted?: boolean;
  /**
   * How the last request ended. `failing`: something answered with an error of its own (5xx). `none`: there is no server, and
   * nothing leaves this device.
   */
  readonly server: 'not-asked' | 'answers' | 'unreachable' | 'failing' | 'busy' | 'signed-out' | 'none';
  /** Until when a busy server asked to be left alone: "try now" is no way round it. Absent: it named no time. */
  readonly askedToWaitUntil?: string;
  /** The device has no room left for what somebody writes. Absent: it has, as far as is known. */
  readonly isFull?: boolean;
  /**
   * The browser has closed what is kept here under the open page, and it is being opened again. Until then nothing is kept, read
   * or sent, and the numbers are those of before. Absent: no.
   */
  readonly isClosed?: boolean;
  /**
   * What was kept here was erased under the open page, by the browser or by somebody. `lost` counts what lay only here when it
   * was last counted. It stays until a person has noted it. Absent: no.
   */
  readonly wasErased?: true;
  /** Whether changes are sent, and why not. */
  readonly sends: 'yes' | 'nobody-signed-in' | 'server-refuses-updates' | 'not-known-yet' | 'no-server';
  /** Intents that the server has not accepted. An escalation among them needs a telephone. */
  readonly unsent: {
    readonly total: number;
    readonly escalations: number;
    /** Those that may have arrived: they are on their way, or being checked. Part of `total`. Absent: not told apart. */
    readonly unknown?: number;
    /** Those of people who are not signed in, which wait for their authors. Part of `total`. Absent: not told apart. */
    readonly ofOthers?: number;
  };
  /** Unsent intents that only a person can settle: conflicts, refusals, and what may not be sent any more. */
  readonly waitingForPerson: number;
  /**
   * Notes of who looked at what that the server has refused. They are no part of `unsent`, and are tried again by themselves.
   * Absent: none.
   */
  readonly refusedAudits?: number;
  /**
   * Of what this window has sent: changes that were put together with somebody else's change of the same record. Each receipt
   * says what the other one was. Absent: none.
   */
  readonly merged?: number;
  /** Of what this window has sent: records that the server made twice of one press. The second is out of use. Absent: none. */
  readonly duplicates?: number;
  /** How the server takes what is written, in sentences for whoever looks after it. Absent: it was not tried out yet. */
  readonly serverWords?: readonly string[];
  /** The first load of the homes; `null`: it is done, or there is none. */
  readonly loading: {
    readonly done: number;
    readonly of: number;
    readonly state: 'running' | 'stopped' | 'waiting';
    /** Seconds that are left, as far as can be said. */
    readonly secondsLeft: number | null;
    /** The browser gives this page less room than the rest of it needs. Absent: it has room, as far as is known. */
    readonly lacksRoom?: true;
  } | null;
  /** Unsent intents of an earlier session whose key is gone. Nobody can read them any more. */
  readonly lost: number;
  /**
   * A newer release of this page wrote what lies here, so this one reads, writes and sends nothing. `not-counted`: how much is
   * unsent is not known either. Absent: no.
   */
  readonly newerRelease?: 'counted' | 'not-counted';
  /** A list of residents lies on this device, so that who was loaded is found without a server. Absent: none is known to. */
  readonly hasList?: true;
  /**
   * Unsent intents from before anybody signed in, for the same server. They are part of `unsent.total`. Somebody who is signed
   * in takes each over, or gives it up. `locked`: only the passphrase of that time opens them. Absent: there are none.
   */
  readonly ofNobody?: { readonly total: number; readonly lock: 'unlocked' | 'locked' };
  /** The records here lie under keys of an earlier configuration. Nothing is lost: these keys unlock them. Absent: no. */
  readonly hasEarlierKeys?: true;
  /**
   * Server time minus this device's, in milliseconds, to the minute, where they are two minutes or more apart. Absent: they are
   * not, or nobody knows.
   */
  readonly clockOffsetMs?: number;
}

/** An intent that only a person can settle. */
export interface WaitingForPerson {
  readonly intent: string;
  readonly resident: ResidentId | null;
  /** What it is, in a few words without a name: "NEWS2 assessment". */
  readonly title: string;
  readonly pressedAt: string;
  readonly author: string;
  /**
   * `conflict`: somebody else changed the same. `rejected`: the server refused it. `held`: it may not be sent any more.
   * `nobody-signed-in`: nobody was signed in when it was written, so it is sent in nobody's name.
   */
  readonly state: 'conflict' | 'rejected' | 'held' | 'unreadable' | 'nobody-signed-in';
  /** The server's words. Empty if it said nothing. */
  readonly words: readonly string[];
  /** Why it was not sent, or why this person may not send it, where no server said that. */
  readonly why?: readonly string[];
  /**
   * Each field that was written, with what it was, what this person wrote and what the server has now. Of a conflict these are
   * the fields that this person changed, and after them what was changed on the server alone.
   */
  readonly fields: readonly {
    readonly label: string;
    readonly before: string | null;
    readonly mine: string | null;
    readonly theirs: string | null;
    /** Fields that share this are taken from one side together. Absent: there is nothing to choose. */
    readonly choice?: string;
    /** Somebody else changed it and this person did not. It stays as it is on the server. */
    readonly isTheirsAlone?: true;
    /** It is new, and goes with what this person changed: nobody decides about what they cannot read. */
    readonly isMineAlone?: true;
    /** It has no words of ours: the field, or a part of a value, is as the record has it. */
    readonly asRecorded?: true;
  }[];
  /** The record was deleted on the server, so nothing can be sent to it. */
  readonly isDeleted?: true;
  /** Who changed the server's version, and when, as far as the server says. Absent: it does not. */
  readonly changed?: { readonly by: string | null; readonly at: string | null };
}

/**
 * A person's decision. `mine`, `theirs` and `each` settle a conflict. `take-over` signs what nobody was signed in for: the person
 * becomes its author, and the name on it stays. `discard` gives up, and its reason stays in the log.
 */
export type Decision =
  | { readonly kind: 'mine' }
  | { readonly kind: 'theirs' }
  /** Takes each choice of the fields from one side. Every choice has to be made, and both versions stay in the log. */
  | { readonly kind: 'each'; readonly take: { readonly [choice: string]: 'mine' | 'theirs' } }
  | { readonly kind: 'try-again' }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'discard'; readonly why: string };

/** The port that says what this device holds and has not sent. */
export interface DeviceRecords {
  /** Calls `onStatus` now and at every change, until `signal` aborts. `null`: the engine was lost, so nobody knows. */
  watchStatus(onStatus: (status: DeviceStatus | null) => void, signal: StopSignal): void;
  /** What waits for a person, in the order of the presses. It rejects if that is not known. */
  waiting(): Promise<readonly WaitingForPerson[]>;
  decide(intent: string, decision: Decision): Promise<void>;
  /**
   * Notes in the audit that a person takes this out as text. A component copies nothing where this rejects. Without this
   * method the page that fills the port keeps its own audit.
   */
  noteCopy?(intent: string): Promise<void>;
  /**
   * Notes in the audit that a person takes out text of a resident's record; `null`: of somebody who is not on the list. The same
   * holds as for {@link DeviceRecords.noteCopy}.
   */
  noteRecordCopy?(resident: ResidentId | null): Promise<void>;
  /** Notes in the audit that a person prints a resident's record. The same holds as for {@link DeviceRecords.noteCopy}. */
  notePrint?(resident: ResidentId): Promise<void>;
  /**
   * Notes in the audit that a person takes out the report of an incident, which is about no record. It holds nothing up: such a
   * report is needed most where nothing works.
   */
  noteIncidentCopy?(): Promise<void>;
  /** Stops the first load, or goes on with it. */
  load(go: boolean): Promise<void>;
  /**
   * Notes that a person was told of what was lost, so that it is not counted any more. It does nothing where more is lost by now.
   * Without this method it stays.
   *
   * @param shown how many the person saw
   */
  noteLost?(shown: number): Promise<void>;
  /** Asks the server again now, unless it has asked to be left alone for a while. */
  tryNow(): Promise<void>;
}
