import type { DiaryResident } from './diary-resident.ts';

/** People on the diary who live elsewhere: day guests, known to no roster. Invented; numbers of the test range. */
export const ALSO_HERE: readonly Omit<DiaryResident, 'card'>[] = [
  { family: 'PEARCE', given: 'Dorothy', title: 'Mrs', born: '08/06/1937', nhsNumber: '999 001 2032' },
  { family: 'LOWE', given: 'Cyril', title: 'Mr', born: '30/01/1940', nhsNumber: '999 001 2040' },
];

/** What somebody typed here otherwise than it stands on the record, by NHS number. */
export const WRITTEN_OTHERWISE: Readonly<Record<string, Partial<DiaryResident>>> = {
  // Frank Holloway was born on 11 February: day and month are swapped.
  '999 000 0166': { born: '02/11/1942' },
  // Ivy Rawsthorne, without the last letter.
  '999 000 0271': { family: 'RAWSTHORN' },
};
