import type { Version } from '../repository/dev-repository.ts';
import { Refusal } from '../refusal.ts';
import { findMatches } from '../search/find.ts';
import { parseSearch } from '../search/parse.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { bodyResource, written } from './written.ts';

/** `POST [base]/[type]`, with or without `If-None-Exist`. The server chooses the id. */
export function create(context: ServerContext, call: Call): Answer {
  const resource = bodyResource(call);
  const condition = call.headers['if-none-exist'];
  const existing = condition === undefined ? null : onlyMatch(context, call.type, condition);
  if (existing) return written(context, call, 200, existing);
  const { repository } = context;
  return written(context, call, 201, repository.write(resource, repository.newId(), 'POST', { base: null }));
}

/**
 * The only match of a condition, or null. A condition that is not fully understood is refused: it would match too much.
 */
export function onlyMatch(context: ServerContext, type: string, condition: string): Version | null {
  const request = parseSearch(type, new URLSearchParams(condition.replace(/^[^?]*\?/, '')));
  if (request.ignored.length > 0 || request.filters.length === 0) {
    throw new Refusal(
      400,
      'not-supported',
      'The condition holds a parameter that this server does not support.',
    );
  }
  const matches = findMatches(context.repository, request, context.base);
  if (matches.length > 1) {
    throw new Refusal(412, 'multiple-matches', 'The condition matches more than one resource.');
  }
  return matches[0] ?? null;
}
