import { is, numberOf, toOneDecimal } from '../arithmetic.ts';
import { bmi } from './bmi.ts';

const height = /* @__PURE__ */ numberOf(bmi, 'heightM');

export const total = /* @__PURE__ */ toOneDecimal(is(numberOf(bmi, 'kg'), '/', is(height, '*', height)));
