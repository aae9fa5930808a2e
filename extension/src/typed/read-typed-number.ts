import { checkNhsNumber, type NhsNumberFault } from '@ehch/clinical/rules';

/** Characters. A longer text is no number, and is not looked into. */
const LONGEST = 64;

/** A number as a person typed or copied it, or why it is none. */
export type TypedNumber =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'refused'; readonly why: NhsNumberFault | 'empty' };

/** Reads ten digits that pass modulus 11, with any label of an NHS number before them. CHI numbers have the same sum. */
export function readTypedNumber(text: string): TypedNumber {
  if (text.length > LONGEST) return { kind: 'refused', why: 'format' };
  const digits = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:nhs|chi)\s*(?:number|no\.?|num\.?)?\s*[:=]?\s*/i, '');
  if (digits === '') return { kind: 'refused', why: 'empty' };
  const check = checkNhsNumber(digits);
  return check.valid ? { kind: 'number', value: check.value } : { kind: 'refused', why: check.reason };
}
