import { plainText } from '../display/plain-text.ts';
import type { HighRiskClass } from '../resident/medicine.ts';
import { HIGH_RISK_NAMES } from './high-risk-names.ts';

const PATTERNS = Object.entries(HIGH_RISK_NAMES).map(([risk, names]) => ({
  risk: risk as HighRiskClass,
  // Whole words only: "apomorphine" holds "morphine" and is no opioid; "heparinoid" is no heparin.
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(${names.join('|')})(?![\\p{L}\\p{N}])`, 'u'),
}));

/**
 * The classes of a medicine whose mistakes do most harm, by the names in it. [P], not signed off: see
 * {@link HIGH_RISK_NAMES}.
 *
 * It goes by ingredient alone. A hydrocortisone cream is listed as a steroid, gabapentin for pain as an epilepsy
 * medicine, an insulin needle as insulin: the reader sees the whole line and can tell. An empty answer means "none of
 * our names", never "low risk".
 */
export function highRiskClasses(names: {
  readonly generic: string | null;
  readonly brand: string | null;
}): readonly HighRiskClass[] {
  const text = plainText(`${names.generic ?? ''} | ${names.brand ?? ''}`).toLowerCase();
  return PATTERNS.filter(({ pattern }) => pattern.test(text)).map(({ risk }) => risk);
}
