import { milliseconds, type Personality } from './personality.ts';

const SYNC_TESTS = 'the fault model of the sync client';

/** Personalities of one trait: a fault of some servers, for a test of the one rule that bears it. */
export const SINGLE_TRAITS = {
  'if-match-ignored': {
    means: 'Every write overwrites, whatever it claims to know',
    source: 'fhir-works-on-aws issue 823',
    traits: () => ({ ifMatch: 'ignored' }),
  },
  'if-none-match-ignored': {
    means: 'A create by PUT overwrites what is there',
    source: 'HAPI FHIR 8.8.0, measured',
    traits: () => ({ ifNoneMatch: 'ignored' }),
  },
  'if-none-exist-ignored': {
    means: 'A conditional create always creates',
    source: SYNC_TESTS,
    traits: () => ({ ifNoneExist: 'ignored' }),
  },
  'doubles-under-parallel-if-none-exist': {
    means: 'Conditional creates within a second (or `:N`) do not see each other',
    source: 'hapi-fhir issues 3141 and 4597; microsoft/fhir-server issue 1382',
    traits: (argument) => ({ conditionalCreateRaceMs: milliseconds(argument, 1) }),
  },
  'server-ids-only': {
    means: 'No client ids',
    source: 'Medplum and Google, by default',
    traits: () => ({ clientIds: 'none' }),
  },
  'no-transactions': {
    means: 'No transactions; batches are answered',
    source: SYNC_TESTS,
    traits: () => ({ transactions: false }),
  },
  'no-history': {
    means: 'No history at all',
    source: SYNC_TESTS,
    traits: () => ({ histories: [] }),
  },
  'deleted-is-404': {
    means: '404 for what was deleted, as for what never was',
    source: 'fhir-works-on-aws issue 714',
    traits: () => ({ deletedStatus: 404, deletedEtag: false }),
  },
  'new-version-for-identical-put': {
    means: 'A PUT of the same content makes a new version',
    source: 'servers other than HAPI and this one',
    traits: () => ({ identicalPut: 'new-version' }),
  },
  'labels-merged': {
    means: 'A PUT adds its tags and security labels to the old ones',
    source: 'HAPI FHIR 8.8.0, measured',
    traits: () => ({ labels: 'merged', metaOperations: true }),
  },
  'search-cache': {
    means: 'The same search gives the same list for 60 s (or `:N`), unless it says no-cache',
    source: 'HAPI FHIR 8.8.0, measured',
    traits: (argument) => ({ searchCacheMs: milliseconds(argument, 60), paging: 'newest' }),
  },
  'index-lag': {
    means: 'Searches see a write 60 s later (or `:N`), reads at once',
    source: SYNC_TESTS,
    traits: (argument) => ({ indexLagMs: milliseconds(argument, 60) }),
  },
  'late-commit': {
    means: '`lastUpdated` is up to 60 s older than the commit (or `:N`)',
    source: SYNC_TESTS,
    traits: (argument) => ({ lateCommitMs: milliseconds(argument, 60) }),
  },
  'offset-paging': {
    means: 'A later page is cut out of a new search, so rows move across its border',
    source: 'Medplum; Google',
    traits: () => ({ paging: 'moves' }),
  },
  'loses-changed-while-paging': {
    means: 'Later pages leave out what has changed since the first',
    source: 'another independent server, measured',
    traits: () => ({ paging: 'loses-changed' }),
  },
  'refuses-long-query': {
    means: '414 for an address of more than 2,048 characters',
    source: 'servers and proxies; the longest question of the kit has 2.8 KB',
    traits: () => ({ longestAddress: 2048 }),
  },
  'no-post-search': {
    means: '405 for a search by POST',
    source: 'gateways that let only GET through',
    traits: () => ({ postSearch: false }),
  },
} as const satisfies Readonly<Record<string, Personality>>;
