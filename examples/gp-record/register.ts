import type { Patient } from './patients.ts';

/**
 * What only the practice holds: patients who live in no care home, and one wrongly typed date of birth.
 * All are invented, with NHS numbers of the test range.
 */
export const register: readonly Patient[] = [
  { id: null, name: 'BARRACLOUGH, Simon', born: '02-May-1979', nhsNumber: '999 001 2008' },
  { id: null, name: 'NAZARI, Leila', born: '19-Oct-1988', nhsNumber: '999 001 2016' },
  { id: null, name: 'WILLOUGHBY, Peter John', born: '27-Feb-1951', nhsNumber: '999 001 2024' },
  // The shared record says June.
  { id: null, name: 'GRANT, Winston Alexander', born: '22-Jan-1939', nhsNumber: '999 000 0263' },
];
