import type { DevRepository } from '../repository/dev-repository.ts';
import type { Narrowing } from '../repository/version-log.ts';
import type { Version } from '../repository/version.ts';
import type { FhirResource } from '../resource.ts';
import { dateRange, splitPrefix } from './date-range.ts';
import { matcherOf } from './matches.ts';
import { targetsOf } from './reference.ts';
import type { Filter, SearchRequest } from './request.ts';
import { sortMatches } from './sort.ts';
import { unescape } from './split.ts';

/** Every match of a search, sorted. The indexes narrow first, so that one resident's search does not read the home. */
export function findMatches(
  repository: DevRepository,
  request: SearchRequest,
  base: string,
  hidesPending = false,
): Version[] {
  const tests = request.filters.map((filter) => matcherOf(filter, base));
  const matches: { version: Version; resource: FhirResource }[] = [];
  for (const version of repository.living(request.type, narrowing(request.filters, base))) {
    if (hidesPending && repository.isPending(version)) continue;
    const resource = JSON.parse(version.json ?? '{}') as FhirResource;
    if (tests.every((test) => test(resource))) matches.push({ version, resource });
  }
  return sortMatches(matches, request.sort).map((match) => match.version);
}

function narrowing(filters: readonly Filter[], base: string): Narrowing {
  const references: string[][] = [];
  const ids: string[][] = [];
  let updatedFrom = -Infinity;
  for (const filter of filters) {
    const { rule, modifier, values } = filter;
    if (
      rule.kind === 'reference' &&
      modifier !== 'missing' &&
      modifier !== 'identifier' &&
      !foreign(values, base)
    ) {
      references.push(targetsOf(filter, base));
    } else if (rule.code === '_id' && modifier === null) {
      ids.push(values.map(unescape));
    } else if (rule.code === '_lastUpdated' && modifier === null) {
      updatedFrom = Math.max(updatedFrom, Math.min(...values.map(earliest)));
    }
  }
  return { references, ids, ...(updatedFrom > -Infinity ? { updatedFrom } : {}) };
}

/** The earliest `lastUpdated` that a search value can match. */
function earliest(value: string): number {
  const { prefix, rest } = splitPrefix(value);
  return ['gt', 'ge', 'sa', 'eq'].includes(prefix) ? (dateRange(rest)?.start ?? -Infinity) : -Infinity;
}

/**
 * Whether a value is an absolute address elsewhere. It may be in a canonical element, which the index does not hold.
 */
function foreign(values: readonly string[], base: string): boolean {
  return values.some((value) => value.includes(':') && !value.startsWith(`${base}/`));
}
