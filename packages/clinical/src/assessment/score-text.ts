import { formatQuantity } from '../display/quantity.ts';
import { unitText, type ResultUnit } from '../result-unit.ts';
import type { ScoreResult } from '../score.ts';
import { figureText } from './score-figure.ts';

/** Bands whose own name has a hyphen, or is a range. */
const AS_WRITTEN = /^(low-medium|pre-frail|\d+-\d+)$/;

/** A band as it is read: `possible delirium`, `low-medium`, `6-10`. */
export function bandText(band: string): string {
  // "7 (levels 7 and 8)" is read as two levels of one person.
  if (band.startsWith('levels-')) return `group of ${band.replaceAll('-', ' ')}`;
  return AS_WRITTEN.test(band) ? band : band.replaceAll('-', ' ');
}

/** What an instrument came to, never a number that it did not: `5 (medium)`, `not complete: at least 3 of 20`. */
export function totalText(score: ScoreResult, unit: ResultUnit | null = null): string {
  const { status, atLeast } = score;
  if (status === 'not-applicable') return 'does not apply';
  if (status === 'invalid') return 'cannot be scored: a value is impossible';
  if (status === 'complete') return completeText(score, unit === null ? null : unitText(unit));
  const sure = sureOf(score);
  const already = sure === null ? '' : `, already ${bandText(sure)}`;
  return `not complete${atLeast === undefined ? '' : `: at least ${figureText(score, atLeast)}`}${already}`;
}

/** A complete result: `5 (medium)`, `30 mmHg (positive)`, and where there is no number, its band. */
export function completeText({ total, band }: Pick<ScoreResult, 'total' | 'band'>, unit: string | null) {
  const words = band === null ? '' : bandText(band);
  if (total === null) return words;
  // Only what is printed is rounded: the band comes from the exact number.
  return `${formatQuantity(Number(total.toFixed(2)), unit)}${words === '' ? '' : ` (${words})`}`;
}

/** What is sure although parts are missing: a band that is reached, or a fall of blood pressure that is there. */
function sureOf(score: ScoreResult): string | null {
  if ('atLeastBand' in score && typeof score.atLeastBand === 'string') return score.atLeastBand;
  return 'positive' in score && score.positive === true ? 'positive' : null;
}

/** Versions of rules of our own, which nobody knows by their name. */
const OWN_RULE: Readonly<Record<string, string>> = {
  'kg/m2-1': 'kg per m²',
  'percent-1': 'per cent of the previous weight',
  'umol-1.23-1.04': 'creatinine in µmol/L, factors 1.23 and 1.04',
  'below-0.8': 'slow below 0.8 m/s',
  'above-10': 'cut: over 10 seconds',
  'counts-5-10': 'counted from 5 and from 10',
  'deficits-30-of-80-percent': 'at least 30 deficits and 80 % known',
  'soft-signs-1': 'list of signs, version 1',
  'RCP-lying-standing-1': 'RCP guide',
  'DAth-1994': 'D’Ath 1994',
  'Lewis-Heaton-1997': 'Lewis and Heaton 1997',
  'Charlson-1987-age': 'Charlson 1987, with age',
  'acbcalc-3': 'ACB calculator, version 3',
};

/** The version as it is read: `RCP 2017`, `version 0-20`, `version not stated`. */
export function versionText(version: string): string {
  if (version === 'not-stated') return 'version not stated';
  if (Object.hasOwn(OWN_RULE, version)) return OWN_RULE[version] ?? version;
  // The list of deficits of a template of ours: `cga-1, 48 deficits`.
  const [, template, own, list] = /^([a-z]+)-(\d+), (\d+ deficits)$/.exec(version) ?? [];
  if (template !== undefined) return `${template.toUpperCase()} version ${own}, ${list}`;
  if (/^[A-Z]+-\d\.\d$/.test(version)) return version.replace('-', ' version ');
  return /^[a-z]+-\d{4}$/i.test(version) ? version.replace('-', ' ') : `version ${version}`;
}
