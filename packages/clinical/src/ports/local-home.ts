import type { NhsNumberRecord, PersonName, ResidentId } from '../resident/identity.ts';
import type { StopSignal } from './stop-signal.ts';
import type { LocalResident } from '../resident/resident-entered.ts';
import type { Instant, PartialDate } from '../time/types.ts';

/** The port that names the residents of a home without a server. People put them on the list by intents. */
export interface LocalHome {
  /**
   * Calls `onResidents` with everybody who is or was on the list, in the order of their names, now and at every change, until
   * `signal` aborts. `null`: it is not known, as while the records are locked. An unknown list is not an empty one.
   */
  watchResidents(onResidents: (residents: readonly LocalResident[] | null) => void, signal: StopSignal): void;
}

/** How much a file for another PC holds. */
export interface MovedContent {
  readonly residents: number;
  /** Pieces of work: assessments, corrections, changes of the list. */
  readonly work: number;
  readonly drafts: number;
  /** What waits in the outbox, audit entries among it. */
  readonly waiting: number;
  /** Sealed rows in all. As many must lie on the other PC afterwards, or none. */
  readonly rows: number;
}

/** A sealed file, and how much is in it. */
export interface SealedFile {
  /** The bytes in base64, so that they cross every port. */
  readonly base64: string;
  readonly content: MovedContent;
}

/** How much lies on this PC, for a person who wants all of it erased. */
export interface HeldHere {
  /** The place has no server, so that all of it is on this PC and nowhere else. Otherwise only `unsent` and `drafts` are. */
  readonly isOnlyCopy: boolean;
  readonly residents: number;
  readonly work: number;
  readonly drafts: number;
  /** What people did and no server has. */
  readonly unsent: number;
}

/** The port that moves what lies on this PC to another one (store SPEC M). */
export interface HomeMoving {
  /**
   * Seals everything in one file, under a passphrase of its own. This PC keeps everything.
   *
   * @throws {EhchError} `locked`; `bad-argument` for a passphrase that is too short; `unsupported` if nothing is sealed here
   */
  exportHome(passphrase: string): Promise<SealedFile>;
  /**
   * Takes a file in, where nobody has worked yet: everything or nothing.
   *
   * @param moved.passphrase of the file
   * @param moved.secret how the person opens the records of this PC from now on
   * @throws {EhchError} `malformed`, `unsupported`, `forbidden`, `bad-argument`, `busy` or `not-kept`, as SPEC M2 and M3 say
   */
  importHome(moved: {
    readonly base64: string;
    readonly passphrase: string;
    readonly secret: string;
  }): Promise<MovedContent>;
  /** How much {@link wipe} would erase. @throws {EhchError} `locked` */
  heldHere(): Promise<HeldHere>;
  /**
   * Erases everything on this PC, for good (store SPEC P3, P4).
   *
   * @param shown what the person has read of {@link heldHere}
   * @throws {EhchError} `locked`; `busy` if more lies here than was shown, and then nothing was erased
   */
  wipe(shown: HeldHere): Promise<void>;
}

/** A piece of work of a home without a server that can be sent to the server which the place has now. */
export interface LinkableItem {
  /** The intent of the signature. */
  readonly intent: string;
  /** What it is, in a few words without a name: "NEWS2". */
  readonly title: string;
  readonly pressedAt: Instant;
  /** Who signed it. */
  readonly author: string;
  /** Whether it was taken back or marked as entered in error since. It is then linked with that mark. */
  readonly stands: 'signed' | 'taken-back' | 'entered-in-error';
  readonly state: 'not-linked' | 'linked';
}

/** A resident on the server's list who may be this resident. */
export interface LinkCandidate {
  readonly resident: ResidentId;
  readonly name: PersonName | null;
  readonly born: PartialDate | null;
  readonly nhsNumber: NhsNumberRecord;
  /** The names differ, although NHS number and date of birth agree. */
  readonly hasOtherName: boolean;
  /**
   * What speaks against it. `two-people`: several on the server's list have this number. `null`: NHS number and date of birth
   * agree, so a person may choose it.
   */
  readonly differs: 'born' | 'nhs-number' | 'two-people' | null;
}

/** A resident of the local database, with what there is to link and to whom. */
export interface LinkableResident extends LocalResident {
  readonly items: readonly LinkableItem[];
  /** Unfinished drafts. They stay in the local database. */
  readonly drafts: number;
  /** Those whose NHS number and date of birth agree first. Empty: nobody on the server's list comes near. */
  readonly candidates: readonly LinkCandidate[];
  /** Whom a person has linked; `null`: nobody yet. */
  readonly linkedTo: ResidentId | null;
}

/** The local database of a place that has a server now. */
export type Linkable =
  /** This PC holds none. */
  | { readonly state: 'none' }
  /** It has to be opened first, with the secret that opened it. */
  | { readonly state: 'closed' }
  | {
      readonly state: 'open';
      readonly residents: readonly LinkableResident[];
      /** The server's list may be cut short, so somebody may be missing among the candidates. */
      readonly isIncomplete: boolean;
    };

/** The port that offers what a home did without a server, once there is one. Nothing is linked by itself. */
export interface HomeLinking {
  linkable(): Promise<Linkable>;
  /** Opens the local database. `wrong`: the secret opens nothing, and nothing has changed. */
  openLocal(secret: string): Promise<'unlocked' | 'wrong'>;
  /**
   * Sends items of one resident under the server's resident whom a person chose. Done twice, it is done once.
   *
   * @returns how many pieces of work were handed to the outbox now
   * @throws {EhchError} `bad-argument` if NHS number and date of birth do not agree, or the resident was linked to another
   */
  link(choice: {
    readonly from: ResidentId;
    readonly to: ResidentId;
    readonly intents: readonly string[];
  }): Promise<number>;
}
