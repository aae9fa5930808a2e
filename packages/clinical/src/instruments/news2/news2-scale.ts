import { isOpen } from '../not-answered.ts';
import { scoreNews2Part, type News2Part, type News2PartResult } from './news2-part.ts';

/** The SpO2 scale of NEWS2 (RCP 2017). Scale 2 is only for a target of 88–92 % that a clinician set. */
export type Spo2Scale = 1 | 2;

interface ScaleInput {
  readonly scale?: unknown;
  readonly recordedScale?: unknown;
  readonly spo2?: unknown;
  readonly oxygen?: unknown;
}

interface Scored {
  readonly part: News2Part;
  readonly result: News2PartResult;
}

/** The scale as a number. "Not known" counts the same as not recorded. */
export function scaleIn({ scale }: ScaleInput): Spo2Scale | null {
  if (isOpen(scale)) return null;
  // Any other value stays as given, and is later refused as impossible.
  return scale === '1' ? 1 : scale === '2' ? 2 : (scale as Spo2Scale | null);
}

/**
 * Whether the scale has to be asked. Scale 2 is for a target of 88–92 % that a competent clinician set and recorded
 * (RCP 2017). If the record asks for scale 2 and nobody says which scale was used, scale 1 is not a safe guess: one
 * set of observations may score 8 on one scale and 5 on the other.
 */
export function needsScale({ scale, recordedScale, spo2 }: ScaleInput): boolean {
  return scale === null && recordedScale === 2 && !isOpen(spo2);
}

/** The scale that scored the saturation; `null` if it was not scored. */
export function scaleUsed(parts: readonly Scored[], { scale }: ScaleInput): Spo2Scale | null {
  const isScored = parts.some(({ part, result }) => part === 'spo2' && result.state === 'scored');
  return isScored ? (scale === 2 ? 2 : 1) : null;
}

/** The total on each scale, if only the scale is open; otherwise `null`. */
export function totalOnScales(
  parts: readonly Scored[],
  given: ScaleInput,
): { readonly 1: number; readonly 2: number } | null {
  const others = parts.filter(({ part }) => part !== 'spo2');
  if (!needsScale(given) || others.some(({ result }) => result.state !== 'scored')) return null;
  const rest = others.reduce((sum, { result }) => sum + (result.state === 'scored' ? result.score : 0), 0);
  const [one, two] = ([1, 2] as const).map((scale) => {
    const result = scoreNews2Part('spo2', given.spo2, { scale, oxygen: given.oxygen });
    return result.state === 'scored' ? rest + result.score : null;
  });
  return typeof one === 'number' && typeof two === 'number' ? { 1: one, 2: two } : null;
}
