import { chosen, numberOf, when } from '../arithmetic.ts';
import { efi2 } from './efi2.ts';

/** An index with another name has no total. */
export const total = when(chosen('name', 'eFI2'), numberOf(efi2, 'value'));
