import type { DiaryResident } from './diary-resident.ts';

/** Day guests in the diary, who live elsewhere and are on no roster. All invented, with NHS numbers of the test range. */
export const ALSO_HERE: readonly Omit<DiaryResident, 'card'>[] = [
  { family: 'PEARCE', given: 'Dorothy', title: 'Mrs', born: '08/06/1937', nhsNumber: '999 001 2032' },
  { family: 'LOWE', given: 'Cyril', title: 'Mr', born: '30/01/1940', nhsNumber: '999 001 2040' },
];

/** Where the diary differs from the record on purpose, by NHS number. */
export const WRITTEN_OTHERWISE: Readonly<Record<string, Partial<DiaryResident>>> = {
  // The record says 11 February for Frank Holloway. Here day and month are swapped.
  '999 000 0166': { born: '02/11/1942' },
  // Ivy Rawsthorne, without the last letter of the surname.
  '999 000 0271': { family: 'RAWSTHORN' },
};
