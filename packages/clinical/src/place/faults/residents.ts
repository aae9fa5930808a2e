import { checkNhsNumber } from '../../rules/nhs-number.ts';
import { refused, type PlaceRule } from './fault.ts';

/** A resident lives in one home that the file has. The id is the server's, because this file is not sealed. */
export const residentsInOneHome: PlaceRule = ({ residents = [], homes, practices = [] }) =>
  residents.flatMap(({ resident, home, practice }, index) => {
    const at = ['residents', index] as const;
    const first = residents.findIndex((each) => each.resident === resident);
    const faults = [];
    if (checkNhsNumber(resident).valid)
      faults.push(
        refused([...at, 'resident'], 'This is an NHS number. Write the id that the server gives instead.'),
      );
    if (first !== index) {
      const isSame = residents[first]?.home === home;
      const words = isSame
        ? 'This resident is on the list twice. Take one line out.'
        : `This resident is in two homes: “${residents[first]?.home}” and “${home}”. Leave one.`;
      faults.push(refused([...at, 'resident'], words));
    }
    if (!homes.some(({ id }) => id === home))
      faults.push(
        refused([...at, 'home'], `No home of this file has the id “${home}”. Correct it, or add the home.`),
      );
    if (practice !== undefined && !practices.some(({ id }) => id === practice))
      faults.push(
        refused(
          [...at, 'practice'],
          `No practice of this file has the id “${practice}”. Correct it, or add it.`,
        ),
      );
    return faults;
  });
