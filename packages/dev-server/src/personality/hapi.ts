import type { Personality } from './personality.ts';

/** HAPI FHIR JPA 8.8.0, as measured. */
export const hapi: Personality = {
  means:
    '409 without ETag for a stale If-Match, If-Match that creates, If-None-Match ignored, 60 s of search cache, 400 for ' +
    'unknown parameters, merged labels, label changes without a version, history without dates, bare ETags',
  source: 'measured on HAPI FHIR 8.8.0; recipe in test/peers/hapi',
  traits: () => ({
    staleMatch: 409,
    conflictEtag: false,
    ifMatchOnMissing: 'creates',
    oddIfMatch: 'fails',
    ifNoneMatch: 'ignored',
    clientIds: 'not-numeric',
    labels: 'merged',
    metaOperations: true,
    stampsSource: true,
    integrity: 'checked',
    deletedEtag: false,
    deletionStatus: 200,
    patchEtag: false,
    bundleEtags: 'bare',
    bundleLocations: 'relative',
    bundleResources: 'on-request',
    historyDates: false,
    historyPaging: 'offset',
    firstVersionAsPost: true,
    unknownParameters: 'refused',
    identifierModifier: false,
    yearOnlyDates: 'match-nothing',
    searchCacheMs: 60_000,
    paging: 'newest',
    pageLinks: 'getpages',
    pageSize: 20,
    total: 'later',
    everythingSince: false,
    longestAddress: 8192,
  }),
};
