import type { Recorded } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import type { PartialDate } from '@ehch/clinical/time';
import type { NoneSection } from '../../../codes/negations.ts';
import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import type { Held, PatientRecord } from '../record.ts';
import { flagOf, isBefore } from './list-flags.ts';
import { aboutOf, nameOfList } from './section-lists.ts';

/** A list in use, with the records on it. */
interface CurrentList {
  readonly list: Held<'List'>;
  /** The name with the date: "Medication list, 12-Oct-2026". */
  readonly name: string;
  /**
   * The list covers the whole section, and every entry arrived. A record that is not among the entries is not
   * on the list.
   */
  readonly isWhole: boolean;
  /** [P] The list says that it is of current items. Other lists also have ended items. */
  readonly isOfToday: boolean;
  /** All records on the list, and those that it keeps. */
  readonly named: ReadonlySet<Held>;
  readonly kept: ReadonlySet<Held>;
}

/** The lists in use for a section. A list of changes keeps nothing. */
export function currentLists(record: PatientRecord, section: NoneSection): readonly CurrentList[] {
  return record.all('List').flatMap((list): readonly CurrentList[] => {
    const { status, mode, entry = [], title, date } = list.value;
    const about = aboutOf(list);
    if (about?.section !== section || status !== 'current' || mode === 'changes') return [];
    const items = entry.map(({ item, deleted, flag }) => ({
      target: record.resolve(item, list),
      isKept: deleted !== true && flagOf(flag)?.isOver !== true,
    }));
    const here = items.flatMap(({ target, isKept }) => (target === null ? [] : [{ target, isKept }]));
    const on = readDate(date, new Set());
    return [
      {
        list,
        name: joined([nameOfList(list, section), on === null ? null : formatDate(on)], ', ') ?? '',
        isWhole: about.reach === 'all' && here.length > 0 && here.length === items.length,
        isOfToday: mode === 'working' || /\b(?:current|active)\b/i.test(title ?? ''),
        named: new Set(here.map(({ target }) => target)),
        kept: new Set(here.flatMap(({ target, isKept }) => (isKept ? [target] : []))),
      },
    ];
  });
}

/**
 * A fact in force that a complete list leaves out, under all records that may stand for it. Nobody here knows
 * which is right. A fact that is newer than the list may not be on it yet.
 */
export function missingFromList<F extends Recorded>(
  fact: F,
  records: readonly Held[],
  lists: readonly CurrentList[],
): F {
  if (lists.some(({ named }) => records.some((held) => named.has(held)))) return fact;
  return contradictedBy(
    fact,
    'missing from a list',
    lists.filter(({ isWhole, list }) => isWhole && !isBefore(list, fact)),
  );
}

/**
 * A fact that is over, although a list of current items keeps it. A list made before the end may be right.
 */
export function stillOnList<F extends Recorded>(
  fact: F,
  held: Held,
  ended: PartialDate | null,
  lists: readonly CurrentList[],
): F {
  const keeping = lists.filter(({ isOfToday, kept }) => isOfToday && kept.has(held));
  return contradictedBy(
    fact,
    'still on a list',
    keeping.filter(({ list }) => !isBefore(list, { on: ended ?? fact.on })),
  );
}

/** The fact with these lists against it. It stays on screen, because the lists may be wrong. */
function contradictedBy<F extends Recorded>(fact: F, name: string, lists: readonly CurrentList[]): F {
  if (lists.length === 0) return fact;
  return {
    ...fact,
    cautions: [...new Set([...fact.cautions, 'contradicted' as const])],
    more: [...(fact.more ?? []), ...lists.map((list) => ({ name, text: list.name }))],
  };
}
