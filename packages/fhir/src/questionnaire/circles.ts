import { isObject, listAt, textAt } from '../entry.ts';
import { lineage, type OutlineItem } from './outline.ts';
import { limit, type FormReading } from './reading.ts';

/**
 * Names each item that depends on its own answer for being asked, through its conditions or those of the
 * groups around it. Such a form asks other questions depending on which one was answered first. It cannot be
 * scored where a total reads one of them.
 */
export function nameCircles(reading: FormReading): void {
  const { byId } = reading.outline;
  const needs = new Map<OutlineItem, Set<OutlineItem>>();
  for (const item of byId.values()) needs.set(item, new Set(questionsOf(item, byId)));
  const needed = new Map<OutlineItem, Set<OutlineItem>>();
  for (const [item, others] of needs)
    for (const other of others) needed.set(other, (needed.get(other) ?? new Set()).add(item));
  // An item that waits for no other is in no circle, nor is one for which no other waits. Whatever is left is
  // in one.
  peel(needs, needed);
  peel(needed, needs);
  for (const [item, others] of needs)
    if (others.size > 0 && (needed.get(item)?.size ?? 0) > 0)
      limit(reading, item, 'Whether this is asked depends on itself, so that it may be asked or not.');
}

/** Which items each item waits for, or which wait for it. */
type Edges = Map<OutlineItem, Set<OutlineItem>>;

/** Removes items without edges until none is left, and their edges with them. */
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
