import { answer, is, numberOf, when } from '../arithmetic.ts';
import { DEFICITS } from './efi-band.ts';
import { efi } from './efi.ts';

/** A count comes before a printed score. */
export const total = when(
  { op: 'exists', of: answer('deficits') },
  is(numberOf(efi, 'deficits'), '/', DEFICITS),
  numberOf(efi, 'score'),
);
