import { EhchError } from '../errors.ts';
import { plainText } from '../display/plain-text.ts';
import type { PersonName, ResidentId } from '../resident/identity.ts';
import type { LocalResident, ResidentEntered } from '../resident/resident-entered.ts';
import { precisionOf, spanOf } from '../time/partial-date.ts';
import type { CivilDate } from '../time/types.ts';
import { checkNhsNumber, type NhsNumberFault } from './nhs-number.ts';
import { sameNameResidents } from './same-name.ts';

/** What is wrong with a resident as entered. */
export type EnteredFault =
  | { readonly field: 'family' | 'given'; readonly why: 'missing' }
  | { readonly field: 'born'; readonly why: 'no-date' | 'in-the-future' | 'too-long-ago' }
  | { readonly field: 'nhs-number'; readonly why: NhsNumberFault };

/** [P] Nobody has lived to 123 years, so a year before that is a slip. */
const MOST_YEARS = 123;

/** What has to be corrected before a resident can be put on the list. Empty: nothing. */
export function faultsOfEntered(entered: ResidentEntered, today: CivilDate): readonly EnteredFault[] {
  const faults: EnteredFault[] = [];
  if (plainText(entered.family) === '') faults.push({ field: 'family', why: 'missing' });
  if (entered.given.every((name) => plainText(name) === '')) faults.push({ field: 'given', why: 'missing' });
  if (entered.born !== null) {
    const why = faultOfBirth(entered.born, today);
    if (why !== null) faults.push({ field: 'born', why });
  }
  if (entered.nhsNumber !== null) {
    const check = checkNhsNumber(entered.nhsNumber);
    if (!check.valid) faults.push({ field: 'nhs-number', why: check.reason });
  }
  return faults;
}

function faultOfBirth(
  born: string,
  today: CivilDate,
): Extract<EnteredFault, { field: 'born' }>['why'] | null {
  const span = precisionOf(born) === 'moment' ? null : spanOf(born);
  if (span === null) return 'no-date';
  if (span.from > today) return 'in-the-future';
  return Number(today.slice(0, 4)) - Number(span.to.slice(0, 4)) > MOST_YEARS ? 'too-long-ago' : null;
}

/** A resident on the list who may be the same person, or be mistaken for them. */
export interface AlikeResident {
  readonly resident: ResidentId;
  readonly why: 'name' | 'nhs-number';
}

/**
 * The residents on the list with the same NHS number or a name that could be confused. Somebody has to look at each
 * before another one is added, because two records of one person hide half of what is known.
 *
 * @param itself the resident who is corrected; `null`: a new one
 */
export function alikeResidents(
  entered: ResidentEntered,
  list: readonly Pick<LocalResident, 'resident' | 'name' | 'nhsNumber'>[],
  itself: ResidentId | null,
): readonly AlikeResident[] {
  const own = entered.nhsNumber === null ? null : checkNhsNumber(entered.nhsNumber);
  return list
    .filter(({ resident }) => resident !== itself)
    .flatMap(({ resident, name, nhsNumber }): AlikeResident[] => {
      const isSameNumber = own?.valid === true && 'value' in nhsNumber && nhsNumber.value === own.value;
      if (isSameNumber) return [{ resident, why: 'nhs-number' }];
      const pair = [
        { id: resident, name },
        { id: '', name: nameOfEntered(entered) },
      ];
      return sameNameResidents(pair).length > 0 ? [{ resident, why: 'name' }] : [];
    });
}

/** The name in the form of a record. */
export function nameOfEntered({ family, given }: ResidentEntered): PersonName {
  return {
    family: plainText(family),
    given: given.map(plainText).filter((name) => name !== ''),
    title: null,
    text: null,
  };
}

/**
 * The same with nothing superfluous: names trimmed, and an NHS number of digits alone.
 *
 * @throws {EhchError} `bad-argument` if {@link faultsOfEntered} finds anything
 */
export function tidyEntered(entered: ResidentEntered, today: CivilDate): ResidentEntered {
  if (faultsOfEntered(entered, today).length > 0)
    throw new EhchError(
      'bad-argument',
      'A resident needs a name and, where given, a date and an NHS number that can be.',
    );
  const { family, given } = nameOfEntered(entered);
  const check = entered.nhsNumber === null ? null : checkNhsNumber(entered.nhsNumber);
  const room = plainText(entered.room ?? '');
  return {
    family: family ?? '',
    given,
    born: entered.born,
    nhsNumber: check?.valid === true ? check.value : null,
    room: room === '' ? null : room,
  };
}
