import { listAt, textAt } from './entry.ts';

/** Whether `meta` carries one of these labels. Some sources tag what others label. */
export function hasLabel(meta: unknown, codes: ReadonlySet<string>): boolean {
  const labels = [...listAt(meta, 'tag'), ...listAt(meta, 'security')];
  return labels.some((label) => codes.has(textAt(label, 'code') ?? ''));
}
