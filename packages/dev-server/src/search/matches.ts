import type { FhirResource } from '../resource.ts';
import { dateMatches, elementRange } from './date-range.ts';
import { quantityMatches } from './quantity.ts';
import { referenceMatches, targetsOf } from './reference.ts';
import type { Filter } from './request.ts';
import { unescape } from './split.ts';
import { stringMatches } from './text.ts';
import { tokenMatches } from './token.ts';
import { valuesOf } from './values.ts';

/** Makes the test of a filter, so that work common to all resources is done once. */
export function matcherOf(filter: Filter, base: string): (resource: FhirResource) => boolean {
  const { rule, modifier, values } = filter;
  if (modifier === 'missing') {
    return (resource) => values.includes(String(valuesOf(resource, rule).length === 0));
  }
  const test = elementTest(filter, base);
  const found = (resource: FhirResource): boolean => valuesOf(resource, rule).some(test);
  // `:not` also finds resources without any value (R4 search, token modifiers).
  return modifier === 'not' ? (resource) => !found(resource) : found;
}

function elementTest(filter: Filter, base: string): (element: unknown) => boolean {
  const { rule, modifier, values } = filter;
  switch (rule.kind) {
    case 'token':
      return (element) => values.some((value) => tokenMatches(value, element));
    case 'reference': {
      const targets = targetsOf(filter, base);
      return (element) => referenceMatches(filter, targets, element);
    }
    case 'date':
      return (element) => {
        const range = elementRange(element);
        return range !== null && values.some((value) => dateMatches(value, range));
      };
    case 'string':
      return (element) => values.some((value) => stringMatches(unescape(value), modifier, element));
    case 'uri':
      return (element) => values.some((value) => unescape(value) === element);
    default:
      return (element) => values.some((value) => quantityMatches(value, element));
  }
}
