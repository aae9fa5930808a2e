import type { ScoreResult } from '@ehch/clinical';

/** Facts beside a score that change how it is read. Whatever else an instrument raises is said in its own words. */
const FLAG: Readonly<Record<string, string>> = {
  single3: 'one part alone scores 3',
  'rounded-input': 'a rounded value was scored at its worse end',
  'rounded-source': 'the source is rounded, and rounding decides its band',
  'scale-1-assumed': 'oxygen saturation scale 1, as no clinician’s target is named',
  'spo2-needs-oxygen': 'oxygen saturation cannot be scored until it is said whether on oxygen',
  'informant-not-stated': 'it is not said who was asked about the change',
  // NICE NG159, update: the Clinical Frailty Scale.
  'not-validated-under-65': 'not validated under 65',
  'not-validated-disability':
    'not validated with a learning disability, autism or a stable long-term disability',
  'acutely-unwell': 'acutely unwell now: the level is that of two weeks before',
};

/** What is to be careful about. Parts that could not be done or are impossible stand at their questions. */
export function flagWords({ flags }: ScoreResult): string[] {
  return flags.flatMap((flag) => (Object.hasOwn(FLAG, flag) ? [FLAG[flag] ?? flag] : []));
}
