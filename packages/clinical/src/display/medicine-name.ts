import type { Medicine } from '../resident/medicine.ts';
import { plainText } from './plain-text.ts';

/**
 * A medicine's name alone, to refer to a line that is shown elsewhere: `fentanyl` for "Fentanyl 25micrograms/hour
 * transdermal patches". It never replaces the line, because it has neither strength nor form.
 */
export function medicineShortName({ generic, brand }: Pick<Medicine, 'generic' | 'brand'>): string {
  const name = plainText(generic ?? brand ?? '').toLowerCase();
  // A separate number begins the strength. A number within a word, as in B12, belongs to the name.
  return name.split(/\s(?=\d)/)[0] || 'name not recorded';
}
