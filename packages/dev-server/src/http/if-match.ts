import { Refusal } from '../refusal.ts';
import type { Version } from '../repository/version.ts';
import type { Call, ServerContext } from './call.ts';
import { names, versionHeaders } from './versions.ts';

/**
 * Checks `If-Match` and `If-None-Match` of a write.
 *
 * @throws {Refusal} 412 or 409 if a condition fails, 500 for an `If-Match` that HAPI trips over
 */
export function checkConditions(
  { traits }: ServerContext,
  { headers }: Call,
  newest: Version | undefined,
): void {
  const match = traits.ifMatch === 'honoured' ? headers['if-match'] : undefined;
  const noneMatch = traits.ifNoneMatch === 'honoured' ? headers['if-none-match'] : undefined;
  if (match !== undefined && traits.oddIfMatch === 'fails' && !/^(W\/)?"[^"*]+"$/.test(match)) {
    throw new Refusal(500, 'exception', 'The server failed on this If-Match.');
  }
  const creates = newest === undefined && traits.ifMatchOnMissing === 'creates';
  const stale = match !== undefined && !creates && !names(match, newest);
  if (stale || (noneMatch !== undefined && names(noneMatch, newest))) {
    throw new Refusal(
      stale ? traits.staleMatch : 412,
      'conflict',
      'The version on the server is not the one that the condition names.',
      newest && traits.conflictEtag ? versionHeaders(newest) : {},
    );
  }
}
