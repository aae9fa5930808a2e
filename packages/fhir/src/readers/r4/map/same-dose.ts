import { compared } from '../../../said-already.ts';
import type { Dosage } from '../dosage.ts';

/**
 * Whether two dosages are the same, in words and in parts. They also are if one of them has nothing but the
 * words of the other.
 */
export function sameDose(a: readonly Dosage[], b: readonly Dosage[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  if (JSON.stringify(a.map(partsOf)) === JSON.stringify(b.map(partsOf))) return sameTexts(a, b);
  return sameTexts(a, b) && (isOnlyText(a) || isOnlyText(b)) && a.some(({ text }) => text !== undefined);
}

function sameTexts(a: readonly Dosage[], b: readonly Dosage[]): boolean {
  const textsOf = (list: readonly Dosage[]) =>
    JSON.stringify(
      list.map(({ text, patientInstruction }) =>
        [text, patientInstruction].map((each) => compared(each ?? '')),
      ),
    );
  return textsOf(a) === textsOf(b);
}

function isOnlyText(list: readonly Dosage[]): boolean {
  return list.every((step) => Object.keys(partsOf(step)).length === 0);
}

function partsOf({ text: _text, patientInstruction: _instruction, sequence: _sequence, ...parts }: Dosage) {
  return parts;
}
