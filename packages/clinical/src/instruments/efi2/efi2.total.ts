import { chosen, numberOf, when } from '../arithmetic.ts';
import { efi2 } from './efi2.ts';

/** Of an index with another name there is no total. */
export const total = when(chosen('name', 'eFI2'), numberOf(efi2, 'value'));
