import { checkNhsNumber } from '../../rules/nhs-number.ts';
import { refused, warned, type PlaceRule } from './fault.ts';

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

/** The practice of a home is known by a practice or a contact of the file. Otherwise nobody sees that a resident is of another one. */
export const homesOfPractices: PlaceRule = ({ homes, practices = [], contacts }) => {
  const names = [...practices.flatMap(({ id, name }) => [id, name]), ...contacts.map(({ name }) => name)];
  return homes.flatMap(({ practice }, index) =>
    practice === null || names.includes(practice)
      ? []
      : [
          warned(
            ['homes', index, 'practice'],
            `No practice or contact of this file is called “${practice}”. Correct it, or add it.`,
          ),
        ],
  );
};
