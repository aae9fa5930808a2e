import type {
  CareIntent,
  Decision,
  DeviceStatus,
  DraftKept,
  DraftOvertaken,
  HeldHere,
  HomeMatters,
  KeptDraft,
  Linkable,
  LocalResident,
  MovedContent,
  NhsNumberRecord,
  PersonName,
  PlaceConfiguration,
  Receipt,
  ResidentId,
  ResidentView,
  SectionName,
  WaitingForPerson,
} from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import type { Looks } from '@ehch/clinical/thread';
import type { Instant, PartialDate } from '@ehch/clinical/time';
import type { EngineConfiguration } from './engine-configuration.ts';
import type { HttpRequest, HttpResponse } from './http/http.ts';

/**
 * The messages between a window and the engine. Both ways carry plain JSON: no functions, proxies, transferables,
 * `Date`, `Map`, bytes or `undefined`, because a browser extension's port keeps none of them.
 * This is the only file that both sides read.
 */

/** The names of the conversations on one port. */
export const CHANNELS = {
  engine: 'ehch-engine',
  host: 'ehch-host',
  notes: 'ehch-notes',
  log: 'ehch-log',
} as const;

/** The calls that the engine answers. */
export type EngineSurface = {
  /** Must come first. The same configuration again changes nothing; another one forgets every record. */
  configure(configuration: EngineConfiguration): Promise<null>;
  /**
   * Whom the place file names by now (SPEC P20), in the place of those of the configuration. The file's homes and server count with
   * the next configuration.
   */
  nameDeciders(argument: { readonly deciders: NonNullable<PlaceConfiguration['deciders']> }): Promise<null>;
  /**
   * Reads the residents of the configured homes. A person's look at them is audited once (SPEC U1).
   *
   * `by`: `program` where no person sees the list, as where somebody on screen is looked up in it. Defaults to `person`.
   */
  listResidents(argument: { readonly now: Instant; readonly by?: 'person' | 'program' }): Promise<Roster>;
  /** The threads of the configured homes, from the copies on this device, open or ended lately. A {@link Note} reports changes. */
  listMatters(argument: { readonly now: Instant }): Promise<HomeMatters>;
  /** Returns the view as it is known now, and asks the server where that is due. A {@link Note} reports each change. */
  openResident(argument: {
    readonly resident: ResidentId;
    readonly now: Instant;
    /**
     * When this reader last looked: the view then brings a glance. `null`: the look before this one counts, where the
     * engine knows who reads. Without it, no glance is worked out.
     */
    readonly since?: PartialDate | null;
    /**
     * Answers as soon as identity, agreed limits and allergies are read, while the rest is still being read. The answer then
     * says `isLeading`.
     */
    readonly leading?: true;
  }): Promise<OpenedResident>;
  /** Asks the server again, and settles when every request has ended, with or without success. */
  refreshResident(argument: {
    readonly resident: ResidentId;
    readonly section: SectionName | null;
    readonly now: Instant;
  }): Promise<null>;
  /** Who has looked at a resident since a moment, from the audit of the server. */
  lookedAt(argument: { readonly resident: ResidentId; readonly since: Instant }): Promise<Looks>;
  /** Says that no screen shows this resident any more. The user's look is kept. */
  closeResident(argument: { readonly resident: ResidentId }): Promise<null>;
  /** Returns the residents that have changed since a sequence number. */
  changesSince(argument: { readonly seq: number }): Promise<Changes>;
  /** Forgets every record, as at sign-out. What was not sent stays, sealed. */
  forget(argument: null): Promise<null>;
  /** Keeps what a person pressed, and returns the truth about it. */
  enqueue(argument: { readonly intent: CareIntent; readonly now: Instant }): Promise<Receipt>;
  /** The receipts of these intents. An intent that is not known here is left out. */
  receiptsOf(argument: { readonly intents: readonly string[] }): Promise<Receipts>;
  saveDraft(argument: {
    readonly draft: Draft;
    readonly revision: string | null;
    readonly now: Instant;
  }): Promise<DraftKept | DraftOvertaken>;
  loadDraft(argument: { readonly resident: ResidentId; readonly form: string }): Promise<KeptDraft | null>;
  listDrafts(argument: { readonly resident: ResidentId }): Promise<readonly KeptDraft[]>;
  /** How things stand: what is not sent, what waits for a person, whether the server answers. Readable while locked. */
  status(argument: null): Promise<DeviceStatus>;
  /** What waits for a person's decision. */
  waiting(argument: null): Promise<readonly WaitingForPerson[]>;
  /** A person's decision about something that waits. */
  decide(argument: {
    readonly intent: string;
    readonly decision: Decision;
    readonly now: Instant;
  }): Promise<null>;
  /** Stops the first load of the homes, or goes on with it. */
  load(argument: { readonly go: boolean }): Promise<null>;
  /** Stops counting what was lost, once a person was told of it (store SPEC K7). Nothing, where more than `shown` is lost by now. */
  noteLost(argument: { readonly shown: number }): Promise<null>;
  /** Asks the server again now, whatever wait was agreed, except where the server itself asked for one. */
  tryNow(argument: null): Promise<null>;
  /**
   * Remembers that the user looks at a resident now, and returns when they looked before. While the resident is on
   * screen, and for a quarter of an hour after, that stays the same. `null`: never, as far as is known.
   */
  look(argument: { readonly resident: ResidentId; readonly now: Instant }): Promise<Instant | null>;
  /**
   * Records what the program itself cannot see: a print, a copy or an export (SPEC U1), and a broken glass before it shows anything
   * (SPEC U3). It settles once the event is kept.
   */
  audit(argument: {
    readonly action: AuditedAction;
    readonly resident: ResidentId | null;
    readonly reason: string | null;
    /** What it was about, without a name, where that is no single resident. Left out, it is the place's list of residents. */
    readonly of?: string;
    readonly now: Instant;
  }): Promise<null>;
  /** Opens the records of this device. `wrong`: the secret opens nothing, and nothing has changed. */
  unlock(argument: { readonly secret: string }): Promise<{ readonly state: 'unlocked' | 'wrong' }>;
  /** Lets one more person open the records of this device, with a secret of their own. It must be unlocked. */
  addPerson(argument: { readonly sub: string; readonly secret: string }): Promise<null>;
  /** Drops the keys that read records. Escalations go on being sent. */
  lock(argument: null): Promise<null>;
  /** Everybody who is or was on the list of a place without a server (SPEC N). */
  localResidents(argument: { readonly now: Instant }): Promise<readonly LocalResident[]>;
  /** Seals everything that lies here in a file for another PC, and holds it for {@link EngineSurface.exportedPart}. */
  exportHome(argument: { readonly passphrase: string; readonly now: Instant }): Promise<{
    readonly bytes: number;
    readonly content: MovedContent;
  }>;
  /** A part of the file, from a byte on. An empty one ends it, and lets the file go. */
  exportedPart(argument: { readonly at: number }): Promise<{ readonly base64: string }>;
  /** Takes a part of a file from another PC. `at` 0 begins a new file. */
  importPart(argument: { readonly at: number; readonly base64: string }): Promise<null>;
  /** Takes the file in, of as many bytes as were given, or changes nothing. */
  importHome(argument: {
    readonly bytes: number;
    readonly passphrase: string;
    readonly secret: string;
  }): Promise<MovedContent>;
  /** How much lies here, for a person who wants it erased. */
  heldHere(argument: null): Promise<HeldHere>;
  /** Erases everything here, unless more lies here than was shown. */
  wipe(argument: { readonly shown: HeldHere }): Promise<null>;
  /** What the home did while its place had no server, and whom on the server's list it may be about (SPEC J). */
  linkable(argument: { readonly now: Instant }): Promise<Linkable>;
  /** Opens the database of that time. `wrong`: the secret opens nothing, and nothing has changed. */
  openLocal(argument: {
    readonly secret: string;
    readonly now: Instant;
  }): Promise<{ readonly state: 'unlocked' | 'wrong' }>;
  /** Sends items of one resident under the server's resident whom a person chose, and returns how many were taken. */
  link(argument: {
    readonly from: ResidentId;
    readonly to: ResidentId;
    readonly intents: readonly string[];
    readonly now: Instant;
  }): Promise<number>;
  /** What a window needs to ask for the signed-in person's passkey. Readable while locked. */
  passkey(argument: null): Promise<PasskeyFacts>;
  /** Remembers which passkey the signed-in person has made for this device. */
  keepPasskey(argument: { readonly credential: string }): Promise<null>;
};

/** A person's passkey for this device, in base64url. None of it is secret. */
export interface PasskeyFacts {
  /** The id of the passkey. `null`: this person has made none for this device. */
  readonly credential: string | null;
  /** What the passkey derives the secret from. */
  readonly salt: string;
  /** By which the keeper of passkeys tells people apart. It names nobody. */
  readonly handle: string;
}

/** The receipts of intents, by the intent's id. */
export type Receipts = Readonly<Record<string, Receipt>>;

/**
 * What a person did with a record beside reading it on screen. `break-glass`: looked at what their role withholds, of one resident and with
 * a reason.
 */
export type AuditedAction = 'print' | 'copy' | 'export' | 'break-glass';

export const ENGINE_CALLS = [
  'configure',
  'nameDeciders',
  'listResidents',
  'listMatters',
  'openResident',
  'refreshResident',
  'lookedAt',
  'closeResident',
  'changesSince',
  'forget',
  'enqueue',
  'receiptsOf',
  'saveDraft',
  'loadDraft',
  'listDrafts',
  'status',
  'waiting',
  'decide',
  'load',
  'noteLost',
  'tryNow',
  'look',
  'audit',
  'unlock',
  'addPerson',
  'lock',
  'localResidents',
  'exportHome',
  'exportedPart',
  'importPart',
  'importHome',
  'heldHere',
  'wipe',
  'linkable',
  'openLocal',
  'link',
  'passkey',
  'keepPasskey',
] as const satisfies readonly (keyof EngineSurface)[];

/** A view, with the sequence number of its state. */
export interface OpenedResident {
  readonly seq: number;
  readonly view: ResidentView;
  /** Identity, agreed limits and allergies alone. The other sections say `loading`, and are to be asked for next. */
  readonly isLeading?: true;
}

/** The residents that changed, and the sequence number up to which this holds. */
export interface Changes {
  readonly seq: number;
  readonly residents: readonly ResidentId[];
}

/** Says that something changed, and names nobody. The window then asks for the changes. */
export interface Note {
  readonly seq: number;
}

/** The residents of the homes. `incomplete` means that a resident may be missing from the list. */
export interface Roster {
  readonly residents: readonly RosterEntry[];
  readonly asOf: Instant;
  readonly incomplete: boolean;
}

/** One resident on the list, with what identifies a person: name, date of birth and NHS number. */
export interface RosterEntry {
  readonly resident: ResidentId;
  readonly name: PersonName | null;
  readonly born: PartialDate | null;
  readonly nhsNumber: NhsNumberRecord;
  /**
   * The room: of everybody where the homes are copied to this device, or there is no server; else only of residents whose names could be
   * confused. `null` means that it is not known.
   */
  readonly room?: string | null;
  /** Ten digits of Scotland's Community Health Index, where the record has one. It is no NHS number. */
  readonly chiNumber?: string;
}

/** The calls that the window answers for the engine. */
export type HostSurface = {
  /** Returns a bearer token for the FHIR server. `null` means that nobody is signed in. */
  getToken(argument: null): Promise<string | null>;
  /**
   * Runs one request with the host page's own `fetch`.
   *
   * @param stop aborts when nobody needs the answer any more
   */
  request(argument: HttpRequest, stop?: AbortSignal): Promise<HttpResponse>;
  /** Where the window keeps the secret of a session in memory mode, as an extension does: see {@link SecretKeeping}. */
  secrets?: SecretKeeping;
};

/**
 * A memory beside the engine that outlives it and never touches the disk. The secret of a session lies there in base64, so
 * that an engine which the browser has stopped goes on where it was.
 */
export interface SecretKeeping {
  /** `null`: no session lives. */
  secretOf(argument: { readonly database: string }): Promise<string | null>;
  keepSecret(argument: { readonly database: string; readonly secret: string }): Promise<null>;
}

/** {@link HostSurface} as it crosses a port, which carries no signal: a request has an id, by which it is ended. */
export type HostPortSurface = {
  getToken(argument: null): Promise<string | null>;
  request(argument: HttpRequest & { readonly id: number }): Promise<HttpResponse>;
  /** Ends a request whose answer nobody needs any more. */
  abandon(argument: { readonly id: number }): Promise<null>;
} & {
  [call in keyof SecretKeeping]: SecretKeeping[call];
};

export const HOST_CALLS = [
  'getToken',
  'request',
  'abandon',
  'secretOf',
  'keepSecret',
] as const satisfies readonly (keyof HostPortSurface)[];
