import { isNews2PartFlag, news2FlagWords, news2ScaleWords } from '@ehch/clinical';
import type { ScoreResult } from '@ehch/clinical';

/** Facts beside a score that change how it is read. Whatever else an instrument raises is said in its own words. */
const FLAG: Readonly<Record<string, string>> = {
  'rounded-input': 'a rounded value was scored at its worse end',
  'rounded-source': 'the source is rounded, and rounding decides its band',
  'informant-not-stated': 'it is not said who was asked about the change',
  // NICE NG159, update: the Clinical Frailty Scale.
  'not-validated-under-65': 'not validated under 65',
  'not-validated-disability':
    'not validated with a learning disability, autism or a stable long-term disability',
  'acutely-unwell': 'acutely unwell now: the level is that of two weeks before',
};

/** What is to be careful about. Parts that could not be done or are impossible stand at their questions. */
export function flagWords({ instrument, flags }: ScoreResult): string[] {
  // The same words as on the summary: one score is never read in two ways.
  if (instrument === 'news2') return flags.filter((flag) => !isNews2PartFlag(flag)).map(news2FlagWords);
  return flags.flatMap((flag) => (Object.hasOwn(FLAG, flag) ? [FLAG[flag] ?? flag] : []));
}

interface News2Scale {
  readonly scale?: 1 | 2 | null;
  readonly onScale?: { readonly 1: number; readonly 2: number } | null;
}

/** By which scale a NEWS2 scored saturation, which is always said; or what each scale would give. `null`: of no NEWS2. */
export function scaleWords({ scale = null, onScale = null }: ScoreResult & News2Scale): string | null {
  return onScale === null ? news2ScaleWords(scale) : `${onScale[1]} on scale 1, ${onScale[2]} on scale 2`;
}
