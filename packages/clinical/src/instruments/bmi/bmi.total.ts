import { is, numberOf, toOneDecimal } from '../arithmetic.ts';
import { bmi } from './bmi.ts';

const height = numberOf(bmi, 'heightM');

export const total = toOneDecimal(is(numberOf(bmi, 'kg'), '/', is(height, '*', height)));
