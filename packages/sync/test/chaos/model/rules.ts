/** How a server of the model behaves, where real servers differ. */
export interface Behaviour {
  readonly name: string;
  /** The level of the idempotency ladder that the client uses on it. */
  readonly level: 'A' | 'A-' | 'B';
  /** Whether a read of a resource's history shows what was written with which intent. */
  readonly hasHistory: boolean;
  readonly heedsIfNoneMatch: boolean;
  /** Two conditional creates at once may both create. */
  readonly isRacy: boolean;
  /** Milliseconds for which a written resource is hidden from searches. */
  readonly indexLagMs: number;
  /** Milliseconds that the slowest transactions take. `lastUpdated` is taken at their begin. */
  readonly slowestMs: number;
  /** Whether some records become visible late, with their old `lastUpdated`, as after a late grant of access. */
  readonly grantsLate: boolean;
  /** How often the client crashes at each step, from 0 to 1. */
  readonly crashes: number;
  /** How often the client's computer sleeps after a round, for up to 25 minutes. */
  readonly sleeps: number;
}

const MARKERS: Behaviour = {
  name: 'A: marker and PUT',
  level: 'A',
  hasHistory: true,
  heedsIfNoneMatch: true,
  isRacy: false,
  indexLagMs: 0,
  slowestMs: 60_000,
  grantsLate: false,
  crashes: 0.01,
  sleeps: 0.02,
};
const HISTORY: Behaviour = { ...MARKERS, name: 'A−: PUT and history', level: 'A-' };
const SERVER_IDS: Behaviour = { ...HISTORY, name: 'B on a racy server', level: 'B', isRacy: true };

export const BEHAVIOURS = {
  markers: MARKERS,
  history: HISTORY,
  conservative: { ...HISTORY, name: 'conservative: no history', hasHistory: false },
  ifNoneMatchIgnored: { ...HISTORY, name: 'A−, If-None-Match ignored', heedsIfNoneMatch: false },
  serverIds: SERVER_IDS,
  serverIdsNoHistory: { ...SERVER_IDS, name: 'B, no history', hasHistory: false },
  indexLag: { ...HISTORY, name: 'index lag of 60 s', indexLagMs: 60_000 },
} satisfies Record<string, Behaviour>;

/** The client's rules, each of which can be taken away to see what it is good for. */
export interface Rules {
  /** The intent's id is made at the press, and is unique in the outbox. */
  readonly uniqueIntent: boolean;
  /** After an unknown outcome the client asks the server what it has, before anything else. */
  readonly readsBackUpdates: boolean;
  readonly readsBackCreates: boolean;
  /** It looks for its own mark, and not only for its value. */
  readonly looksForMark: boolean;
  /** After an unknown outcome it sends only on the version that the read-back saw. */
  readonly sendsOnVerified: boolean;
  /** Also a first 412 may be the refusal of a second copy of its own request. */
  readonly looksBackAfter412: boolean;
  /** A 5xx is no refusal. */
  readonly takes5xxAsUnknown: boolean;
  readonly sendsIfMatch: boolean;
  /** Milliseconds before a conditional create is sent again. */
  readonly waitsBeforeRepost: number;
  readonly retiresDoubles: boolean;
  /** `ge`, and not `gt`. */
  readonly asksInclusively: boolean;
  readonly overlapMs: number;
  readonly cursorWithPage: boolean;
  readonly pagesByKeyset: boolean;
  /** An instant of several pages is read again until nothing of it is new. */
  readonly repeatsInstants: boolean;
  /** A pull that was interrupted begins again before its high water, and does not go on where it stopped. */
  readonly beginsAgain: boolean;
  readonly confirmsAbsence: boolean;
  readonly reconcilesBothWays: boolean;
}

export const AS_DESIGNED: Rules = {
  uniqueIntent: true,
  readsBackUpdates: true,
  readsBackCreates: true,
  looksForMark: true,
  sendsOnVerified: true,
  looksBackAfter412: true,
  takes5xxAsUnknown: true,
  sendsIfMatch: true,
  waitsBeforeRepost: 130_000,
  retiresDoubles: true,
  asksInclusively: true,
  overlapMs: 150_000,
  cursorWithPage: true,
  pagesByKeyset: true,
  repeatsInstants: true,
  beginsAgain: true,
  confirmsAbsence: true,
  reconcilesBothWays: true,
};
