import type { WriteTerms } from '../repository/version.ts';
import type { Call, ServerContext } from './call.ts';
import { bare } from './versions.ts';

/** How the server does a write, and what its writer claims to have seen. */
export function termsOf({ traits, random }: ServerContext, call: Call): WriteTerms {
  const match = call.headers['if-match'];
  return {
    claimedBase: match === undefined ? null : bare(match),
    indexLagMs: traits.indexLagMs,
    stampedEarlierMs: Math.floor(random() * traits.lateCommitMs),
  };
}
