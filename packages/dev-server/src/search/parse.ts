import { isResourceType } from '../definitions/patient-compartment.ts';
import { searchParametersOf } from '../definitions/search-parameters.ts';
import { Refusal } from '../refusal.ts';
import { checkDate } from './date-range.ts';
import type { Filter, Include, SearchRequest, SortKey } from './request.ts';
import { splitValues } from './split.ts';

const MAX_COUNT = 1000;

type Draft = {
  -readonly [K in keyof SearchRequest]: SearchRequest[K] extends readonly (infer T)[]
    ? T[]
    : SearchRequest[K];
};

/**
 * Parses the parameters of a search. Unknown parameters go into `ignored`.
 *
 * @throws {Refusal} 400 if a known parameter has an impossible value or an unsupported modifier: no handling preference
 *   allows the server to ignore these (http://hl7.org/fhir/R4/search.html#modifiers)
 */
export function parseSearch(type: string, query: URLSearchParams, pageSize = 100): SearchRequest {
  const draft: Draft = {
    type,
    filters: [],
    sort: [],
    includes: [],
    revIncludes: [],
    count: pageSize,
    elements: null,
    total: null,
    ignored: [],
    used: [],
  };
  for (const [name, value] of query) {
    if (name === '_format' || name === '_pretty') continue;
    const problem = understand(draft, name, value);
    if (problem) draft.ignored.push(problem);
    else draft.used.push([name, value]);
  }
  return draft;
}

/** Adds one parameter to the draft, or returns the name to report as not understood. */
function understand(draft: Draft, name: string, value: string): string | null {
  const [code = name, modifier = null] = name.split(':', 2);
  switch (code) {
    case '_count':
      draft.count = wholeNumber('_count', value);
      return null;
    case '_sort':
      return sortBy(draft, value);
    case '_include':
    case '_revinclude':
      return include(draft, code, modifier, value);
    case '_elements':
      draft.elements = value.split(',').filter((element) => element !== '');
      return null;
    case '_summary':
      if (value === 'count') draft.count = 0;
      return value === 'count' || value === 'false' ? null : '_summary';
    case '_total':
      if (value !== 'none' && value !== 'estimate' && value !== 'accurate') return '_total';
      draft.total = value;
      return null;
    default:
      return filterBy(draft, code, modifier, value);
  }
}

function filterBy(draft: Draft, code: string, modifier: string | null, value: string): string | null {
  const rule = searchParametersOf(draft.type).get(code);
  if (!rule) return code;
  const values = splitValues(value);
  if (values.length === 0) return code;
  const filter: Filter = { rule, modifier, values };
  checkModifier(filter);
  if (modifier !== 'missing') {
    if (rule.kind === 'date') values.forEach((one) => checkDate(code, one));
    if (rule.kind === 'number' || rule.kind === 'quantity') values.forEach((one) => checkNumber(code, one));
  }
  draft.filters.push(filter);
  return null;
}

const MODIFIERS: Readonly<Record<string, readonly string[]>> = {
  token: ['missing', 'not'],
  string: ['missing', 'exact', 'contains'],
  reference: ['missing', 'identifier'],
  date: ['missing'],
  uri: ['missing'],
  number: ['missing'],
  quantity: ['missing'],
};

function checkModifier({ rule, modifier, values }: Filter): void {
  if (modifier === null) return;
  const isTarget = rule.kind === 'reference' && isResourceType(modifier);
  if (!isTarget && !MODIFIERS[rule.kind]?.includes(modifier)) {
    throw new Refusal(400, 'not-supported', `The modifier :${modifier} is not supported for ${rule.code}.`);
  }
  if (modifier === 'missing' && !values.every((value) => value === 'true' || value === 'false')) {
    throw new Refusal(400, 'value', `${rule.code}:missing takes true or false.`);
  }
}

function sortBy(draft: Draft, value: string): string | null {
  const keys: SortKey[] = [];
  for (const field of value.split(',')) {
    const descending = field.startsWith('-');
    const rule = searchParametersOf(draft.type).get(descending ? field.slice(1) : field);
    if (!rule) return '_sort';
    keys.push({ rule, descending });
  }
  draft.sort.push(...keys);
  return null;
}

function include(draft: Draft, code: string, modifier: string | null, value: string): string | null {
  const [from = '', parameter = '', target = null] = value.split(':');
  const rule = searchParametersOf(from).get(parameter);
  const known = rule?.kind === 'reference' && (modifier === null || modifier === 'iterate');
  if (!known || (target !== null && !isResourceType(target))) return code;
  const read: Include = { from, rule, target, iterate: modifier === 'iterate' };
  (code === '_include' ? draft.includes : draft.revIncludes).push(read);
  return null;
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new Refusal(400, 'value', `${name} takes a whole number from 0.`);
  return Math.min(Number(value), MAX_COUNT);
}

function checkNumber(code: string, value: string): void {
  if (!/^(eq|ne|gt|lt|ge|le)?-?\d+(\.\d+)?(e-?\d+)?(\|.*)?$/.test(value)) {
    throw new Refusal(
      400,
      'value',
      `${code} takes a number with one of the prefixes eq, ne, gt, lt, ge, le.`,
    );
  }
}
