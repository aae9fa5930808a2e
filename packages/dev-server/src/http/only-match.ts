import { Refusal } from '../refusal.ts';
import type { Version } from '../repository/version.ts';
import { findMatches } from '../search/find.ts';
import { parseSearch } from '../search/parse.ts';
import type { ServerContext } from './call.ts';

/**
 * The only match of a condition, or null. A condition that is not fully understood is refused: it would match too much.
 *
 * @param raceMs milliseconds in which the condition does not see what was just written
 */
export function onlyMatch(
  context: ServerContext,
  type: string,
  condition: string,
  raceMs = 0,
): Version | null {
  const request = parseSearch(type, new URLSearchParams(condition.replace(/^[^?]*\?/, '')));
  if (request.ignored.length > 0 || request.filters.length === 0) {
    throw new Refusal(
      400,
      'not-supported',
      'The condition holds a parameter that this server does not support.',
    );
  }
  const seen = findMatches(context.repository, request, context.base);
  const since = context.now() - raceMs;
  const matches = raceMs === 0 ? seen : seen.filter(({ updated }) => updated < since);
  if (matches.length > 1) {
    throw new Refusal(412, 'multiple-matches', 'The condition matches more than one resource.');
  }
  return matches[0] ?? null;
}
