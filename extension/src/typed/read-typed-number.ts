import { plainText } from '@ehch/clinical/display';
import { checkNhsNumber, type NhsNumberFault } from '@ehch/clinical/rules';

/** Characters. A longer text is no number, and is not looked into. */
const LONGEST = 64;

/** A number as a person typed or copied it, or why it is none. */
export type TypedNumber =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'refused'; readonly why: NhsNumberFault | 'empty' };

/** What people write before a number. Another number's label makes it no number of this kind. */
const LABELS = {
  nhs: /^nhs\s*(?:number|no\.?|num\.?)?\s*[:=]?\s*/i,
  chi: /^chi\s*(?:number|no\.?|num\.?)?\s*[:=]?\s*/i,
} as const;

/** Reads ten digits that pass modulus 11, with or without their own label. CHI numbers have the same sum. */
export function readTypedNumber(text: string, kind: keyof typeof LABELS): TypedNumber {
  if (text.length > LONGEST) return { kind: 'refused', why: 'format' };
  const digits = plainText(text.normalize('NFKC')).replace(LABELS[kind], '');
  if (digits === '') return { kind: 'refused', why: 'empty' };
  const check = checkNhsNumber(digits);
  return check.valid ? { kind: 'number', value: check.value } : { kind: 'refused', why: check.reason };
}
