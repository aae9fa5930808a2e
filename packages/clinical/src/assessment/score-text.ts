import { formatNumber } from '../display/quantity.ts';
import type { ScoreResult } from '../score.ts';

/** Bands whose own name has a hyphen, or is a range. */
const AS_WRITTEN = /^(low-medium|pre-frail|\d+-\d+)$/;

/** A band as it is read: `possible delirium`, `low-medium`, `6-10`. */
export function bandText(band: string): string {
  return AS_WRITTEN.test(band) ? band : band.replaceAll('-', ' ');
}

/** What an instrument came to, never a number that it did not: `5 (medium)`, `at least 3, not complete`. */
export function totalText({ status, total, atLeast, band, range }: ScoreResult): string {
  const words = band === null ? '' : bandText(band);
  if (status === 'not-applicable') return 'does not apply';
  if (status === 'invalid') return 'cannot be scored: a value is impossible';
  // Half up in decimal digits would move no band: bands come from the exact number.
  if (status === 'complete' && total !== null)
    return `${formatNumber(Number(total.toFixed(2)))}${words === '' ? '' : ` (${words})`}`;
  if (status === 'complete') return words;
  const of = range === null ? '' : ` of ${formatNumber(range[1])}`;
  return atLeast === undefined ? 'not complete' : `not complete: at least ${atLeast}${of}`;
}

/** The version as it is read: `RCP 2017`, `0-20`, `version not stated`. */
export function versionText(version: string): string {
  return version === 'not-stated' ? 'version not stated' : version.replace(/([a-z])-(\d{4})$/i, '$1 $2');
}
