/**
 * What differs between real FHIR servers, one switch for each difference. `OWN_TRAITS` is this server by itself: what
 * R4 asks for. A personality changes some of them.
 */
export interface Traits {
  /** The answer to a write whose `If-Match` names another version. */
  readonly staleMatch: 409 | 412;
  /** Whether that answer carries the current version as ETag. */
  readonly conflictEtag: boolean;
  readonly ifMatch: 'honoured' | 'ignored';
  /** `If-Match` on what never existed. */
  readonly ifMatchOnMissing: 'refused' | 'creates';
  /** `If-Match: *`, or one that is no ETag. */
  readonly oddIfMatch: 'honoured' | 'fails';
  /** `If-None-Match` of a write. Reads always honour it. */
  readonly ifNoneMatch: 'honoured' | 'ignored';
  readonly ifNoneExist: 'honoured' | 'ignored';
  /** Milliseconds in which a conditional create does not see what another has just created. 0: serialised. */
  readonly conditionalCreateRaceMs: number;
  /** A header under which a repeated POST is answered with 409 and the first one's resource. */
  readonly idempotencyHeader: string | null;
  /** Which new ids a client may choose by PUT. */
  readonly clientIds: 'any' | 'not-numeric' | 'none';
  readonly identicalPut: 'no-version' | 'new-version';
  /** Tags and security labels of a PUT: in place of the old ones, or added to them. */
  readonly labels: 'replaced' | 'merged';
  /** Whether `$meta-add` and `$meta-delete` change labels, without a new version. */
  readonly metaOperations: boolean;
  /** Whether the server appends a mark of the request to `meta.source`. */
  readonly stampsSource: boolean;
  /** Whether a reference needs a target, and a deletion needs that nothing refers to it. */
  readonly integrity: 'unchecked' | 'checked';
  readonly deletedStatus: 404 | 410;
  /** Whether the answers about deleted resources, and to deletions, carry an ETag. */
  readonly deletedEtag: boolean;
  /** The answer to a deletion: without a body, or with an OperationOutcome. */
  readonly deletionStatus: 200 | 204;
  /** Whether the answer to a PATCH carries an ETag. */
  readonly patchEtag: boolean;

  readonly transactions: boolean;
  /** Beyond these numbers a transaction is refused. `withCondition`: entries, if one is a conditional create or update. */
  readonly transactionLimits: {
    readonly entries: number;
    readonly updates: number;
    readonly withCondition: number;
  };
  /** `response.etag` in a Bundle. */
  readonly bundleEtags: 'weak' | 'bare';
  /** `response.location` in a Bundle. */
  readonly bundleLocations: 'absolute' | 'relative';
  /** Whether a Bundle's answer holds resources without `Prefer: return=representation`. */
  readonly bundleResources: 'returned' | 'on-request';

  readonly histories: readonly ('instance' | 'type' | 'system')[];
  /** Whether entries of a history have `response.lastModified`. */
  readonly historyDates: boolean;
  /** What a next link of a history names: a place in the log, or a number of entries from the newest. */
  readonly historyPaging: 'place' | 'offset';
  /** Whether a first version by PUT is reported as POST. */
  readonly firstVersionAsPost: boolean;

  readonly unknownParameters: 'ignored' | 'refused';
  /** Whether `:identifier` on a reference is understood. */
  readonly identifierModifier: boolean;
  /** Dates of a search that name a year only. */
  readonly yearOnlyDates: 'understood' | 'match-nothing';
  /** Milliseconds for which the same search gives the same list, unless it says `no-cache`. 0: no cache. */
  readonly searchCacheMs: number;
  /** Milliseconds until searches see a write. Reads by id see it at once. */
  readonly indexLagMs: number;
  /** Whether searches leave out what waits for the index. Otherwise they find its older version. */
  readonly hidesPending: boolean;
  /** `lastUpdated` is up to so many milliseconds older than the commit. */
  readonly lateCommitMs: number;
  /**
   * What later pages hold. `found`: what was found, as it was. `newest`: what was found, as it is now. `moves`: the
   * search is made again, and cut at an offset. `loses-changed`: what was found, without what has changed since.
   */
  readonly paging: 'found' | 'newest' | 'moves' | 'loses-changed';
  /** The address of later pages: below the type, or HAPI's `?_getpages=` at the base. */
  readonly pageLinks: 'type' | 'getpages';
  readonly pageSize: number;
  /** Whether the first page of several has a total, or only the later ones. */
  readonly total: 'always' | 'later';
  /** Whether `$everything` honours `_since`. */
  readonly everythingSince: boolean;

  /** Characters of an address with its query, beyond which the server refuses it. */
  readonly longestAddress: number;
  /** Whether the server answers `POST [type]/_search`. */
  readonly postSearch: boolean;
}

/** This server by itself. */
export const OWN_TRAITS: Traits = {
  staleMatch: 412,
  conflictEtag: true,
  ifMatch: 'honoured',
  ifMatchOnMissing: 'refused',
  oddIfMatch: 'honoured',
  ifNoneMatch: 'honoured',
  ifNoneExist: 'honoured',
  conditionalCreateRaceMs: 0,
  idempotencyHeader: null,
  clientIds: 'any',
  identicalPut: 'no-version',
  labels: 'replaced',
  metaOperations: false,
  stampsSource: false,
  integrity: 'unchecked',
  deletedStatus: 410,
  deletedEtag: true,
  deletionStatus: 204,
  patchEtag: true,
  transactions: true,
  transactionLimits: { entries: Infinity, updates: Infinity, withCondition: Infinity },
  bundleEtags: 'weak',
  bundleLocations: 'absolute',
  bundleResources: 'returned',
  histories: ['instance', 'type', 'system'],
  historyDates: true,
  historyPaging: 'place',
  firstVersionAsPost: false,
  unknownParameters: 'ignored',
  identifierModifier: true,
  yearOnlyDates: 'understood',
  searchCacheMs: 0,
  indexLagMs: 0,
  hidesPending: false,
  lateCommitMs: 0,
  paging: 'found',
  pageLinks: 'type',
  pageSize: 100,
  total: 'always',
  everythingSince: true,
  longestAddress: Infinity,
  postSearch: true,
};
