import type { News2Entry, News2Story, ScoreResult } from '@ehch/clinical';
import { ageInYears } from '@ehch/clinical/display';
import { scoreNews2, type News2Result, type Spo2Scale } from '@ehch/clinical/instruments';
import { civilDayOf, isSurelyOlder } from '@ehch/clinical/time';
import type {
  AskedScale,
  RecordedNews2,
  RecordedNews2Story,
  RecordedVital,
  SentNews2,
  VitalParts,
} from '../recorded-view.ts';
import { importedNews2, sumOf } from './imported-news2.ts';
import { completeVital, vitalsIn } from './vital.ts';
import { withSubscores } from './with-subscores.ts';
import { written } from './written.ts';

/** The NEWS2 section with every set scored, each on the SpO2 scale that was agreed at the time. */
export function completeNews2(story: RecordedNews2Story): News2Story {
  const { scores, observations, results, askedScales = [], ...others } = story;
  return {
    ...others,
    scores: scores.map((score) => scored(score, scaleAsked(score, askedScales), observations)),
    observations: observations.map(completeVital),
    results: written(results),
  };
}

/**
 * The SpO2 scale that the record asked for when the set was taken. A target surely set later says nothing about it.
 * @param targets newest first
 */
function scaleAsked({ on }: RecordedNews2, targets: readonly AskedScale[]): Spo2Scale | null {
  const begun = targets.filter((target) => !isSurelyOlder(on, target.on));
  const newest = begun.find(({ isFirm }) => isFirm);
  // Where another target may be the one that counts, scale 2 does, because scale 1 would be an assumption.
  const isTwo = begun.some(
    ({ on: day, scale }) => scale === 2 && (newest === undefined || !isSurelyOlder(day, newest.on)),
  );
  return isTwo ? 2 : (newest?.scale ?? null);
}

/**
 * Computes the score where the raw parts are a complete set. A different total from the sender is shown
 * beside it: UK Core's own example has a total of 6 whose parts add up to 5.
 */
function scored(
  { parts, times, born, sent, ...recorded }: RecordedNews2,
  recordedScale: Spo2Scale | null,
  observations: readonly RecordedVital[],
): News2Entry {
  const day = civilDayOf(recorded.on);
  const ageYears = born === null || day === null ? null : ageInYears(born, day);
  const scale = sent?.scale ?? null;
  const computed = scoreNews2({ ...parts, scale, recordedScale, ageYears, times, source: 'imported' });
  const { onScale } = computed;
  if (sent === null)
    return {
      ...recorded,
      score: computed,
      importedTotal: null,
      disagrees: false,
      scale: computed.scale,
      onScale,
    };
  const isComputed = computed.status === 'complete' || computed.status === 'not-applicable';
  const imported = importedNews2(sent, recordedScale);
  // A score never lowers concern, so known points are not dropped for a lower total.
  const isPassed = (computed.atLeast ?? 0) > (imported.total ?? imported.atLeast ?? 0);
  const score = isComputed
    ? computed
    : sent.total === null || isPassed
      ? withSubscores(computed, sent)
      : imported;
  const both = sent.bothScales ? ['both-spo2-scales'] : [];
  const flags = [...new Set([...score.flags, ...both, ...(sent.flags ?? [])])];
  const details = [
    ...(recorded.details ?? []),
    ...(score === imported ? partsToldNowhere(parts, observations) : []),
  ];
  return {
    ...recorded,
    ...(details.length > 0 && { details }),
    score: { ...score, flags },
    importedTotal: sent.total,
    disagrees: disagrees(sent, score, computed),
    scale: scale ?? computed.scale,
    onScale,
  };
}

/**
 * The raw parts in words, for a set that shows the sender's total. Parts that already stand among the
 * observations are left out.
 */
function partsToldNowhere(parts: VitalParts, observations: readonly RecordedVital[]): readonly string[] {
  return vitalsIn(parts).flatMap(([sign, said]) =>
    observations.some((vital) => vital.sign === sign && vital.parts[sign] === parts[sign]) ? [] : [said],
  );
}

/**
 * Whether the sender's total differs from its own sub-scores, from the raw parts, or from the score on
 * screen.
 */
function disagrees(sent: SentNews2, shown: ScoreResult, computed: News2Result): boolean {
  if (sent.total === null) return false;
  const sum = sumOf(sent);
  if (sum !== null && sum !== sent.total) return true;
  if (computed.status === 'complete') return computed.total !== sent.total;
  return shown.atLeast !== undefined;
}
