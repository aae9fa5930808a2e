export interface ChaosServer {
  readonly personality: string;
  /** Milliseconds by which a pull has to begin before its high water on this server. */
  readonly overlapMs: number;
}

const USUAL_MS = 150_000;
/** For servers whose index is made later. */
const LATE_INDEX_MS = 900_000;

/** The servers of the chaos runs. Each seed has one, so that a sample of seeds meets several. */
const SERVERS: readonly ChaosServer[] = [
  'late-commit:60',
  'hapi,late-commit:60',
  'no-transactions',
  'azure',
  'medplum',
  'offset-paging,late-commit:60',
  'no-transactions,no-history',
  'index-lag:60',
  'if-none-match-ignored',
  'if-match-ignored',
  'new-version-for-identical-put',
  'deleted-is-404',
  'no-post-search,refuses-long-query',
  'loses-changed-while-paging',
  'server-ids-only',
]
  .map((personality) => ({ personality, overlapMs: USUAL_MS }))
  .concat({ personality: 'healthlake', overlapMs: LATE_INDEX_MS });

export function personalityOf(seed: number): ChaosServer {
  const server = SERVERS[(seed - 1) % SERVERS.length];
  if (server === undefined) throw new Error('A seed is a whole number from 1.');
  return server;
}
