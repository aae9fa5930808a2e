import type { ResultKind } from '../../../codes/observation-codes.ts';
import type { Quantity } from '../datatypes.ts';
import { unitName } from './quantity.ts';

type Limits = readonly [least: number, most: number];

/**
 * [P] Lowest and highest values that anybody can have, by unit. Outside them the unit is the likely slip: a haemoglobin
 * of 9.2 g/L is one of 9.2 g/dL. They are no reference ranges.
 */
const PLAUSIBLE: Partial<Record<ResultKind, Readonly<Record<string, Limits>>>> = {
  haemoglobin: { 'g/l': [25, 260], 'g/dl': [2.5, 26], 'mmol/l': [1.5, 16] },
  hba1c: { '%': [3, 22], 'mmol/mol': [9, 220] },
  creatinine: { 'umol/l': [10, 4000], 'mg/dl': [0.1, 45], 'mmol/l': [0.01, 4] },
};

/** [P] A filtration rate has one unit, however it is written. */
const PLAUSIBLE_EGFR: Limits = [0, 250];

/** Whether nobody can have such a result, in the unit in which it was sent. */
export function isImplausibleResult(kind: ResultKind, quantity: Quantity | undefined): boolean {
  const value = quantity?.value;
  if (value === undefined) return false;
  const unit = unitName(quantity?.unit) ?? unitName(quantity?.code) ?? '';
  const limits = kind === 'egfr' ? PLAUSIBLE_EGFR : PLAUSIBLE[kind]?.[unit];
  return limits === undefined ? value < 0 : value < limits[0] || value > limits[1];
}
