import { answer, chosen, is, NOTHING, numberOf, toOneDecimal, when } from '../arithmetic.ts';
import { cockcroftGault } from './cockcroft-gault.ts';

const age = numberOf(cockcroftGault, 'ageYears');
const factor = when(chosen('sex', 'male'), 1.23, when(chosen('sex', 'female'), 1.04));
const weighted = is(is(is(140, '-', age), '*', numberOf(cockcroftGault, 'kg')), '*', factor);

/** Leaves out a place's lowest creatinine. It gives nothing in acute change, on dialysis and under 18. */
export const total = when(
  is(answer('acuteChange'), 'or', answer('dialysis')),
  NOTHING,
  when(is(age, '>=', 18), toOneDecimal(is(weighted, '/', numberOf(cockcroftGault, 'creatinineUmolL')))),
);
