import { isObject, listAt, textAt } from '../entry.ts';
import { lineage, type OutlineItem } from './outline.ts';
import { limit, type FormReading } from './reading.ts';

/**
 * Names each item whose being asked depends on itself, by its conditions and those of what it stands in. Such a form asks other
 * questions according to which of them was answered first, and cannot be scored where a total reads them.
 */
export function nameCircles(reading: FormReading): void {
  const { byId } = reading.outline;
  const needs = new Map<OutlineItem, Set<OutlineItem>>();
  for (const item of byId.values()) needs.set(item, new Set(questionsOf(item, byId)));
  const needed = new Map<OutlineItem, Set<OutlineItem>>();
  for (const [item, others] of needs)
    for (const other of others) needed.set(other, (needed.get(other) ?? new Set()).add(item));
  // What waits for nothing is in no circle, and neither is what nothing waits for. What is left is.
  peel(needs, needed);
  peel(needed, needs);
  for (const [item, others] of needs)
    if (others.size > 0 && (needed.get(item)?.size ?? 0) > 0)
      limit(reading, item, 'Whether this is asked depends on itself, so that it may be asked or not.');
}

type Edges = Map<OutlineItem, Set<OutlineItem>>;

function peel(from: Edges, back: Edges): void {
  const free = [...back.keys(), ...from.keys()].filter((item) => (from.get(item)?.size ?? 0) === 0);
  for (let item = free.pop(); item !== undefined; item = free.pop()) {
    for (const other of back.get(item) ?? []) {
      const left = from.get(other);
      left?.delete(item);
      if (left?.size === 0) free.push(other);
    }
    back.delete(item);
  }
}

function questionsOf(item: OutlineItem, byId: ReadonlyMap<string, OutlineItem>): readonly OutlineItem[] {
  return lineage(item).flatMap(({ json }) =>
    listAt(json, 'enableWhen')
      .filter(isObject)
      .flatMap((each) => byId.get(textAt(each, 'question') ?? '') ?? []),
  );
}
