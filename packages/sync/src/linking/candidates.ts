import type { LinkCandidate, LocalResident, NhsNumberRecord } from '@ehch/clinical';
import { sameNameResidents } from '@ehch/clinical/rules';
import { precisionOf, type PartialDate } from '@ehch/clinical/time';
import type { RosterEntry } from '../protocol.ts';

/**
 * Who on the server's list may be this resident: NHS number and date of birth must both agree (SPEC J2). Whoever agrees in
 * one alone is shown with what differs, and cannot be chosen. A name alone brings nobody here.
 */
export function candidatesOf(local: LocalResident, roster: readonly RosterEntry[]): readonly LinkCandidate[] {
  const number = digitsOf(local.nhsNumber);
  const withNumber = roster.filter((entry) => number !== null && digitsOf(entry.nhsNumber) === number);
  return roster
    .flatMap((entry): LinkCandidate[] => {
      const isNumber = withNumber.includes(entry);
      const isBorn = sameDay(local.born, entry.born);
      const hasOtherName = !mayBeSameName(local, entry);
      if (!isNumber && (!isBorn || hasOtherName)) return [];
      const { resident, name, born, nhsNumber } = entry;
      const differs = differenceOf(isNumber, isBorn, withNumber.length);
      return [{ resident, name, born, nhsNumber, hasOtherName, differs }];
    })
    .toSorted((a, b) => Number(a.differs !== null) - Number(b.differs !== null));
}

function differenceOf(isNumber: boolean, isBorn: boolean, withNumber: number): LinkCandidate['differs'] {
  if (!isNumber) return 'nhs-number';
  if (!isBorn) return 'born';
  return withNumber > 1 ? 'two-people' : null;
}

/** An invalid number, or one of several in a record, matches nobody. */
function digitsOf(number: NhsNumberRecord): string | null {
  return number.state === 'verified' || number.state === 'unverified' ? number.value : null;
}

/** A partial date, such as `1941`, agrees with nothing. */
function sameDay(one: PartialDate | null, other: PartialDate | null): boolean {
  return one !== null && one === other && precisionOf(one) === 'day';
}

function mayBeSameName(one: Pick<LocalResident, 'name'>, other: Pick<RosterEntry, 'name'>): boolean {
  const pair = [
    { id: 'one', name: one.name },
    { id: 'other', name: other.name },
  ];
  return sameNameResidents(pair).length > 0;
}
