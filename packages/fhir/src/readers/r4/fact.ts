import type { Author, Caution, MoreInRecord, Recorded } from '@ehch/clinical';
import { comparePartialDates, precisionOf, spanOf, type PartialDate } from '@ehch/clinical/time';
import { isMomentAhead } from '../../moment-ahead.ts';
import { authorOf, nameOf } from './author.ts';
import { Cautions } from './cautions.ts';
import type { Annotation, Reference } from './datatypes.ts';
import { hasPassed } from './map/passed.ts';
import { isSomebodyElse } from './map/somebody-else.ts';
import { notesOf } from './notes.ts';
import { compareTexts } from './own-order.ts';
import type { Held, PatientRecord } from './record.ts';

/**
 * A fact, or the resource that it will be made from. It has a date, and its own id or that of its resource.
 */
interface Dated extends Pick<Recorded, 'on'>, Partial<Pick<Recorded, 'cautions' | 'id'>> {
  readonly held?: Pick<Held, 'key'>;
}

/**
 * Newest first, then facts without a date, then facts dated in the future, which must never come first. Facts
 * of the same moment are in the order of their ids, so that no list depends on the server's order.
 */
export function byNewest(a: Dated, b: Dated): number {
  return (
    Number(isAhead(a)) - Number(isAhead(b)) ||
    comparePartialDates(a.on, b.on) ||
    compareTexts(placeOf(a), placeOf(b))
  );
}

function placeOf({ id, held }: Dated): string | null {
  return id ?? held?.key ?? null;
}

/** Whether the fact is dated in the future: by mistake, or because it does not apply yet. */
export function isAhead({ cautions = [] }: Dated): boolean {
  return cautions.includes('future-dated');
}

/** Whether a date is in the future, for the day in London. */
export function isAfterNow(on: PartialDate | null, { today, input }: PatientRecord): boolean {
  if (on === null) return false;
  if (precisionOf(on) === 'moment') return isMomentAhead(on, input.now);
  const span = spanOf(on);
  return span !== null && span.from > today;
}

/** Adds the caution `past-its-date` to what was meant to end before today, or at a moment that has passed. */
export function cautionWhenPast(
  end: PartialDate | null,
  record: PatientRecord,
  cautions: Set<Caution>,
): void {
  if (hasPassed(end, record)) cautions.add('past-its-date');
}

/** What a map passes on to make a fact. */
interface FactParts {
  readonly on: PartialDate | null;
  readonly by?: readonly (Reference | undefined)[];
  readonly part?: string;
  /**
   * The notes to show. Without it, the notes of the resource. A map leaves them out where the fact already
   * states them, or where another part shows them.
   */
  readonly note?: readonly Annotation[];
}

/** The parts that every fact has. Call it last, because cautions added later are lost. */
export function fact(
  record: PatientRecord,
  held: Held,
  cautions: ReadonlySet<Caution>,
  { on, by = [], part, note = noteOf(held) }: FactParts,
): Recorded {
  const ahead: readonly Caution[] = isAfterNow(on, record) ? ['future-dated'] : [];
  const notes = notesOf(record, held, note);
  const own = cautions instanceof Cautions ? cautions.more : held.more;
  const more = [
    ...own,
    ...othersOf(record, held, by).filter(({ text }) => !own.some((one) => one.text === text)),
  ];
  return {
    id: part === undefined ? held.key : `${held.key}#${part}`,
    on,
    source: { label: record.input.sourceLabel },
    by: firstAuthor(record, held, by),
    cautions: [...new Set([...cautions, ...ahead])],
    ...(notes.length > 0 && { notes }),
    ...(more.length > 0 && { more }),
  };
}

/** Whoever stands beside the first author: the clerk who recorded what a doctor asserted. A fact names only one. */
function othersOf(
  record: PatientRecord,
  held: Held,
  by: readonly (Reference | undefined)[],
): readonly MoreInRecord[] {
  // An observation names all its performers in its own details.
  if (held.type === 'Observation') return [];
  const [first, ...rest] = by.filter((one) => one !== undefined && authorOf(record, one, held) !== null);
  const others = rest.filter((one) => isSomebodyElse(record, [first, held], [one, held]));
  const names = others.flatMap((one) => nameOf(record, one, held) ?? []);
  return [...new Set(names)].map((text) => ({ name: 'also by', text }));
}

function noteOf({ value }: Held): readonly Annotation[] | undefined {
  return 'note' in value ? value.note : undefined;
}

function firstAuthor(
  record: PatientRecord,
  held: Held,
  by: readonly (Reference | undefined)[],
): Author | null {
  for (const reference of by) {
    const author = reference === undefined ? null : authorOf(record, reference, held);
    if (author !== null) return author;
  }
  return null;
}
