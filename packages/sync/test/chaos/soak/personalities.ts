/** The servers of the chaos runs. Each seed has one, so that a sample of seeds meets several. */
const SERVERS: readonly string[] = [
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
  'healthlake',
  'if-none-exist-ignored',
  'doubles-under-parallel-if-none-exist,server-ids-only',
  'labels-merged',
  'search-cache,late-commit:60',
];

/** Names on the list, without their arguments. A test knows by them that no personality is left out. */
export const TRIED: ReadonlySet<string> = new Set(
  SERVERS.flatMap((server) => server.split(',').map((name) => name.split(':')[0] ?? '')),
);

export function personalityOf(seed: number): string {
  const server = SERVERS[(seed - 1) % SERVERS.length];
  if (server === undefined) throw new Error('A seed is a whole number from 1.');
  return server;
}
