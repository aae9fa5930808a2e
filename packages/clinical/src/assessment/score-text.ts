import { formatNumber } from '../display/quantity.ts';
import type { ScoreResult } from '../score.ts';

/** Bands whose own name has a hyphen, or is a range. */
const AS_WRITTEN = /^(low-medium|pre-frail|\d+-\d+)$/;

/** A band as it is read: `possible delirium`, `low-medium`, `6-10`. */
export function bandText(band: string): string {
  return AS_WRITTEN.test(band) ? band : band.replaceAll('-', ' ');
}

/** What an instrument came to, never a number that it did not: `5 (medium)`, `not complete: at least 3 of 20`. */
export function totalText(score: ScoreResult): string {
  const { status, total, atLeast, band, range } = score;
  const words = band === null ? '' : bandText(band);
  if (status === 'not-applicable') return 'does not apply';
  if (status === 'invalid') return 'cannot be scored: a value is impossible';
  if (status === 'complete' && total !== null)
    // Only what is printed is rounded: the band comes from the exact number.
    return `${formatNumber(Number(total.toFixed(2)))}${words === '' ? '' : ` (${words})`}`;
  if (status === 'complete') return words;
  const of = range === null ? '' : ` of ${formatNumber(range[1])}`;
  const sure = sureOf(score);
  const already = sure === null ? '' : `, already ${bandText(sure)}`;
  return `not complete${atLeast === undefined ? '' : `: at least ${atLeast}${of}`}${already}`;
}

/** What is sure although parts are missing: a band that is reached, or a fall of blood pressure that is there. */
function sureOf(score: ScoreResult): string | null {
  if ('atLeastBand' in score && typeof score.atLeastBand === 'string') return score.atLeastBand;
  return 'positive' in score && score.positive === true ? 'positive' : null;
}

/** The version as it is read: `RCP 2017`, `version 0-20`, `version not stated`. */
export function versionText(version: string): string {
  if (version === 'not-stated') return 'version not stated';
  return /^[a-z]+-\d{4}$/i.test(version) ? version.replace('-', ' ') : `version ${version}`;
}
