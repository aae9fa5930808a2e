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
export function flagWords(score: ScoreResult & News2Scale): string[] {
  const { instrument, flags } = score;
  // The same words as on the summary: one score is never read in two ways.
  if (instrument === 'news2')
    return [
      ...flags.filter((flag) => !isNews2PartFlag(flag)).map(news2FlagWords),
      ...onScales(score),
    ];
  return flags.flatMap((flag) => (Object.hasOwn(FLAG, flag) ? [FLAG[flag] ?? flag] : []));
}

interface News2Scale {
  readonly scale?: 1 | 2 | null;
  readonly onScale?: { readonly 1: number; readonly 2: number } | null;
}

/** The scale that was used, where the flags do not say it already; or what each scale would give. */
function onScales({ flags, scale = null, onScale = null }: ScoreResult & News2Scale): string[] {
  if (onScale !== null) return [`${onScale[1]} on scale 1, ${onScale[2]} on scale 2`];
  const words = news2ScaleWords(scale);
  return words === null || flags.includes('scale-1-assumed') ? [] : [words];
}
