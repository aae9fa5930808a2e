import type { Caution, PersonName } from '@ehch/clinical';
import { spanOf } from '@ehch/clinical/time';
import { readDate } from './dates.ts';
import { joined, words } from './text.ts';

/** The fields of a FHIR HumanName that this package reads. */
export interface NameLike {
  readonly use?: string | undefined;
  readonly text?: string | undefined;
  readonly family?: string | undefined;
  readonly given?: readonly (string | null)[] | undefined;
  readonly prefix?: readonly (string | null)[] | undefined;
  readonly period?: { readonly start?: string | undefined; readonly end?: string | undefined } | undefined;
}

/** A FHIR name as the domain's parts. `null`: the name has no words. */
export function toPersonName(name: NameLike | undefined): PersonName | null {
  if (name === undefined) return null;
  const family = words(name.family);
  const given = (name.given ?? []).map((part) => words(part)).filter((part) => part !== null);
  const text = words(name.text);
  if (family === null && given.length === 0 && text === null) return null;
  return { family, given, title: joined(name.prefix ?? []), text };
}

/** A name in spoken order, for staff and family. A resident's own name goes through `formatName`. */
export function spokenName(names: readonly NameLike[] | undefined, today = ''): string | null {
  const name = currentName(names, today);
  if (name === undefined) return null;
  return joined([...(name.prefix ?? []), ...(name.given ?? []), name.family]) ?? words(name.text);
}

/** [P] Which name to use first, by `HumanName.use`. `undefined` stands for a name without a use. */
const ORDER = ['official', 'usual', undefined, 'temp', 'nickname', 'anonymous', 'maiden', 'old'];

/**
 * The name in use [P]. Official comes before usual, and usual before unlabelled. Ended, old and maiden names
 * serve only where there is no other; of ended names the last to end comes first.
 */
export function currentName<N extends NameLike>(names: readonly N[] | undefined, today = ''): N | undefined {
  const usable = (names ?? []).filter((name) => toPersonName(name) !== null);
  return usable.toSorted((a, b) => rank(a, today) - rank(b, today) || byLastEnd(a, b, today))[0];
}

function byLastEnd(a: NameLike, b: NameLike, today: string): number {
  const [one = '', other = ''] = [a, b].map((name) => (hasEnded(name, today) ? name.period?.end : ''));
  return one === other ? 0 : one < other ? 1 : -1;
}

function rank(name: NameLike, today: string): number {
  const ended = hasEnded(name, today) || startsLater(name, today) ? ORDER.length : 0;
  const place = ORDER.indexOf(name.use);
  return ended + (place === -1 ? 2 : place);
}

/** A name, a number or an address, which may be in use for a time only. */
interface Timed {
  readonly period?: { readonly start?: string | undefined; readonly end?: string | undefined } | undefined;
}

/** Adds a caution where a period has a date that is none: {@link hasEnded} and {@link startsLater} take no notice. */
export function cautionPeriods(items: readonly Timed[] | undefined, cautions: Set<Caution>): void {
  for (const { period } of items ?? [])
    for (const date of [period?.start, period?.end]) readDate(date, cautions);
}

/**
 * Whether the period has ended before `today`. Without an end, or without a `today`, it has not ended. An end
 * that is no date ends nothing.
 */
export function hasEnded(item: Timed, today: string): boolean {
  const span = spanIn(item.period?.end);
  return span !== null && today !== '' && span.to < today;
}

/** Whether the period starts after `today`. */
export function startsLater(item: Timed, today: string): boolean {
  const span = spanIn(item.period?.start);
  return span !== null && today !== '' && span.from > today;
}

/** The days in London that a date covers: "2026" runs to its last day. */
function spanIn(text: string | undefined) {
  return spanOf(readDate(text, new Set()));
}
