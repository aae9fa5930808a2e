import { plainText } from '../display/plain-text.ts';
import type { HighRiskClass } from '../resident/medicine.ts';
import { highRiskBrands } from './high-risk-brands.ts';
import { HIGH_RISK_NAMES } from './high-risk-names.ts';

const CLASSES = Object.keys(HIGH_RISK_NAMES) as readonly HighRiskClass[];
const PATTERNS = CLASSES.map((risk) => ({
  risk,
  // Whole words only: "apomorphine" contains "morphine" but is no opioid, and "heparinoid" is no heparin.
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(${[...HIGH_RISK_NAMES[risk], ...highRiskBrands(risk)].join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  ),
}));

/**
 * Returns the high-risk classes that a medicine's names belong to. [P], not signed off: see {@link HIGH_RISK_NAMES}.
 *
 * It looks at the ingredient only. A hydrocortisone cream counts as a steroid, gabapentin for pain as an epilepsy
 * medicine, and an insulin needle as insulin. The reader sees the whole line and can judge. An empty answer means
 * "none of our names", never "low risk".
 */
export function highRiskClasses(names: {
  readonly generic: string | null;
  readonly brand: string | null;
}): readonly HighRiskClass[] {
  const text = plainText(`${names.generic ?? ''} | ${names.brand ?? ''}`).toLowerCase();
  return PATTERNS.filter(({ pattern }) => pattern.test(text)).map(({ risk }) => risk);
}
