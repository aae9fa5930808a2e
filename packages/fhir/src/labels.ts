import { listAt, textAt } from './entry.ts';

/**
 * Whether `meta` carries one of these labels. Some servers put labels under `tag` that others put under
 * `security`.
 */
export function hasLabel(meta: unknown, codes: ReadonlySet<string>): boolean {
  const labels = [...listAt(meta, 'tag'), ...listAt(meta, 'security')];
  return labels.some((label) => codes.has(textAt(label, 'code') ?? ''));
}
