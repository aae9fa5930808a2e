import type { Recorded } from '@ehch/clinical';
import { spanOf } from '@ehch/clinical/time';
import { LIST_FLAGS, LIST_FLAG_SYSTEM } from '../../../codes/lists.ts';
import { codesIn, conceptWords, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { Held, PatientRecord } from '../record.ts';

/** What a list says about one of its entries. */
interface Flag {
  readonly isOver: boolean;
  readonly text: string;
  readonly list: Held<'List'>;
}

/** What lists say about the records on them, by record. */
export type ListFlags = ReadonlyMap<Held, readonly Flag[]>;

/** [P] Words of a flag that take an entry off its list. */
const OVER =
  /\b(ceased|suspended|cancell?ed|stopped|discontinued|withheld|removed|deleted|on hold|inactive)\b/i;

/** What current lists say about their entries. Entries that only continue are left out. */
export function listFlags(record: PatientRecord): ListFlags {
  const found = new Map<Held, Flag[]>();
  for (const list of record.all('List').filter(({ value }) => value.status === 'current'))
    for (const { item, flag, deleted } of list.value.entry ?? []) {
      const { title = '' } = list.value;
      const isEnding = ENDED_TITLE.test(title);
      // An entry taken off a list of ended items may be in use again.
      const said = flagOf(flag) ?? (isEnding ? endedBy(title, deleted) : deleted === true ? TAKEN_OFF : null);
      const target = item === undefined || said === null ? null : record.resolve(item, list);
      if (said !== null && target !== null)
        found.set(target, [...(found.get(target) ?? []), { ...said, list }]);
    }
  return found;
}

/** [P] Titles of lists of ended items. "Past medical history" also lists problems that go on. */
const ENDED_TITLE = /^\s*(?:stopped|discontinued|ceased|ended|resolved|inactive|cancelled)\b/i;

function endedBy(title: string, deleted: boolean | undefined): Omit<Flag, 'list'> | null {
  return deleted === true ? null : { isOver: true, text: `on “${title}”` };
}

const TAKEN_OFF = { isOver: true, text: 'taken off the list' };

/** What a flag says, unless the entry only continues. `null`: it continues, or the flag has no words. */
export function flagOf(flag: ConceptLike | undefined): Omit<Flag, 'list'> | null {
  const known = codesIn(flag, LIST_FLAG_SYSTEM).flatMap((code) => LIST_FLAGS.get(code) ?? []);
  const [coded] = known;
  const text = conceptWords(flag, new Set());
  const isOver = known.some(({ says }) => says === 'over') || OVER.test(text ?? '');
  if (!isOver && (coded !== undefined || CARRIED_ON.test(text ?? ''))) return null;
  const said = coded?.words ?? text;
  return said === null ? null : { isOver, text: said };
}

const CARRIED_ON = /^\s*(unchanged|changed|prescribed)\s*$/i;

/**
 * A fact in force, with what lists say about its record. A list that ends a record that calls itself active
 * contradicts it, and nobody here knows which is right. A list made before the fact says nothing about it.
 */
export function withListFlags<F extends Recorded>(fact: F, held: Held, flags: ListFlags): F {
  const said = (flags.get(held) ?? []).filter(({ list }) => !isBefore(list, fact));
  if (said.length === 0) return fact;
  const more = said.map(({ text }) => ({ name: 'flag on a list', text }));
  const isOver = said.some((flag) => flag.isOver) && !fact.cautions.includes('contradicted');
  return {
    ...fact,
    cautions: isOver ? [...fact.cautions, 'contradicted'] : fact.cautions,
    more: [...(fact.more ?? []), ...more],
  };
}

/** Whether a list was made before the day of a fact. */
export function isBefore({ value: { date } }: Held<'List'>, { on }: Pick<Recorded, 'on'>): boolean {
  const [list, fact] = [spanOf(readDate(date, new Set())), spanOf(on)];
  return list !== null && fact !== null && list.to < fact.from;
}
