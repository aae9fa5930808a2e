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
];

export function personalityOf(seed: number): string {
  const server = SERVERS[(seed - 1) % SERVERS.length];
  if (server === undefined) throw new Error('A seed is a whole number from 1.');
  return server;
}
