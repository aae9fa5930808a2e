import { mirroredMove } from '@ehch/fhir/writers';
import type { Operation, OutboxEntry } from '@ehch/store';
import { isByNobody } from '../nobody.ts';
import type { PushGuards } from './guards.ts';
import { intentsOf } from './stands-for.ts';
import { isForPerson, waitsForPerson } from './waits-for.ts';

/** How many lanes run at the same time. One more is free for escalations alone. */
export const MOST_LANES = 4;

/** An entry that can be read. */
export type ReadableEntry = OutboxEntry & { readonly operation: Operation };

/** What decides which entry may go. */
export interface LanesNow {
  /** By the device's clock. */
  readonly now: number;
  /** Until when an entry waits, by the same clock. */
  readonly dueAt: (entry: OutboxEntry) => number;
  /** The subject of the person who is signed in. `null`: nobody is, and nothing goes. */
  readonly sub: string | null;
  /** Entries that a step is at work on. */
  readonly busy: ReadonlySet<number>;
  readonly guards: Pick<PushGuards, 'author'>;
}

/** What was decided about the entries that cannot go at present. */
type Standing =
  'due' | 'later' | 'refused' | 'blocked' | 'busy' | 'person' | 'author' | 'dependency' | 'unreadable';

export interface PlacedEntry {
  readonly entry: OutboxEntry;
  readonly standing: Standing;
  /** When it may be tried, by the device's clock. */
  readonly due: number;
}

/**
 * Says of each entry whether it may go next, escalations first (P4, P5, P6). A pure function: the same entries at the
 * same moment give the same answer in every window, and after every restart.
 */
export function placeEntries(entries: readonly OutboxEntry[], at: LanesNow): readonly PlacedEntry[] {
  const waiting = new Set(entries.flatMap(intentsOf));
  const inOrder = [...entries].sort((one, other) => one.n - other.n);
  const placed: PlacedEntry[] = [];
  for (const entry of inOrder) {
    const due = at.dueAt(entry);
    placed.push({ entry, due, standing: standingOf(entry, due, placed, waiting, at) });
  }
  return [...placed].sort((one, other) => rank(one) - rank(other) || one.entry.n - other.entry.n);
}

/** The part of the outbox within which entries keep their order. Escalations pass everything else of their resident. */
export function laneOf({ resident, class: kind }: Operation): string {
  return `${kind === 'escalation' ? 'escalation' : kind === 'audit' ? 'audit' : 'care'} ${resident ?? ''}`;
}

export function isReadable(entry: OutboxEntry): entry is ReadableEntry {
  return entry.operation !== null;
}

function standingOf(
  entry: OutboxEntry,
  due: number,
  earlier: readonly PlacedEntry[],
  waiting: ReadonlySet<string>,
  { now, sub, busy, guards }: LanesNow,
): Standing {
  if (!isReadable(entry)) return 'unreadable';
  if (busy.has(entry.n)) return 'busy';
  const { operation } = entry;
  if (waitsForPerson(entry)) return 'person';
  // P5: in another person's session it would go out under the wrong name.
  const isOwn =
    sub !== null &&
    ((operation.linkedBy ?? operation.author).sub === sub || isOfHome(operation) || !guards.author);
  if (!isOwn) return 'author';
  if (operation.dependsOn.some((intent) => waiting.has(intent))) return 'dependency';
  if (earlier.some((before) => stops(before, operation))) return 'blocked';
  if (due <= now) return 'due';
  // A refused audit event is tried again in some hours. Until then it stops nothing (SPEC U2).
  return isForPerson(entry.state) ? 'refused' : 'later';
}

/**
 * What belongs to the home: worries, the audit of nobody, which has no author who could come back, and what a press means for a
 * Task, which names the person itself.
 */
export function isOfHome(operation: Operation): boolean {
  const { class: kind, author } = operation;
  return (
    kind === 'escalation' || (kind === 'audit' && (isByNobody(author) || mirroredMove(operation) !== null))
  );
}

/** Whether an earlier entry has to go first. */
function stops({ entry, standing }: PlacedEntry, operation: Operation): boolean {
  if (!isReadable(entry)) return false;
  if (touchesSame(entry.operation, operation)) return true;
  // What waits for a person, an author or another entry may wait for days. It stops nothing else of the resident.
  return inTheWay.has(standing) && laneOf(entry.operation) === laneOf(operation);
}

const inTheWay: ReadonlySet<Standing> = new Set(['due', 'later', 'busy']);

function touchesSame(one: Operation, other: Operation): boolean {
  return one.parts.some(({ type, id }) => other.parts.some((part) => part.type === type && part.id === id));
}

function rank({ entry }: PlacedEntry): number {
  return entry.operation?.class === 'escalation' ? 0 : 1;
}
