import { isObject } from '../resource.ts';
import { withoutVersion } from '../repository/references.ts';
import { tokenMatches } from './token.ts';
import type { Filter } from './request.ts';

/** The references that a filter value can mean. A bare id may be of any type that the parameter points to. */
export function targetsOf(filter: Filter, base: string): string[] {
  const types = filter.modifier === null ? filter.rule.targets : [filter.modifier];
  return filter.values.flatMap((value) => {
    const relative = value.startsWith(`${base}/`) ? value.slice(base.length + 1) : value;
    // A reference may contain the server's own address. Both forms mean the same resource.
    if (relative.includes('/')) return [relative, `${base}/${relative}`];
    return types.flatMap((type) => [`${type}/${relative}`, `${base}/${type}/${relative}`]);
  });
}

export function referenceMatches(filter: Filter, targets: readonly string[], element: unknown): boolean {
  if (filter.modifier === 'identifier') {
    return isObject(element) && filter.values.some((value) => tokenMatches(value, element['identifier']));
  }
  const reference = referenceOf(element);
  return reference !== null && targets.includes(reference);
}

/** The literal reference in a Reference or canonical, without its version. */
export function referenceOf(element: unknown): string | null {
  if (typeof element === 'string') return element.split('|')[0] ?? null;
  if (!isObject(element) || typeof element['reference'] !== 'string') return null;
  return withoutVersion(element['reference']);
}
