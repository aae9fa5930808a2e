import type { NoneKind } from '@ehch/clinical';
import { byCode } from '../by-code.ts';

/**
 * Words between "no known" and "allergy", by kind. Any other words name a part of their own: "penicillin".
 */
export const KIND_WORDS = byCode<NoneKind>({
  drug: 'drug',
  drugs: 'drug',
  medication: 'drug',
  medications: 'drug',
  medicine: 'drug',
  medicines: 'drug',
  medicinal: 'drug',
  medicament: 'drug',
  food: 'food',
  foods: 'food',
  latex: 'latex',
  rubber: 'latex',
  'natural rubber latex': 'latex',
  'hevea brasiliensis latex': 'latex',
  animal: 'animal',
  animals: 'animal',
  'animal dander': 'animal',
  insect: 'insect',
  insects: 'insect',
  'insect sting': 'insect',
  'insect venom': 'insect',
  contrast: 'contrast',
  'contrast media': 'contrast',
  'contrast medium': 'contrast',
  'iodinated contrast': 'contrast',
  radiocontrast: 'contrast',
  environment: 'environment',
  environmental: 'environment',
  other: 'other',
  others: 'other',
});
