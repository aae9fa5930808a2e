import type { Medicine } from '../resident/medicine.ts';
import { plainText } from './plain-text.ts';

/**
 * A medicine by its name alone, to point at it where the whole line stands elsewhere: `fentanyl` of "Fentanyl
 * 25micrograms/hour transdermal patches". Never instead of the line: it has neither strength nor form.
 */
export function medicineShortName({ generic, brand }: Pick<Medicine, 'generic' | 'brand'>): string {
  const name = plainText(generic ?? brand ?? '').toLowerCase();
  // A number of its own begins the strength; one within a word, as in B12, is the name.
  return name.split(/\s(?=\d)/)[0] || 'name not recorded';
}
