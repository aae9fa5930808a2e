import type { TaughtReading, Unproven } from '../../messages/teaching.ts';

/**
 * Why two readings do not show that a draft follows the person: both their numbers and their dates of birth have to
 * differ. A place that shows the same to everybody would read every patient as one.
 */
export function unprovenBy(first: TaughtReading, second: TaughtReading): Unproven | null {
  if (second.nhsNumber === null || second.born === null) return 'not-read';
  if (first.nhsNumber === second.nhsNumber) return 'same-number';
  return first.born === second.born ? 'same-birth-date' : null;
}
