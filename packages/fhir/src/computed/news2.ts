import type { News2Entry, News2Story, ScoreResult, Spo2Target } from '@ehch/clinical';
import { ageInYears } from '@ehch/clinical/display';
import { scoreNews2, type News2Result, type Spo2Scale } from '@ehch/clinical/instruments';
import { civilDayOf, comparePartialDates } from '@ehch/clinical/time';
import type {
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

export function completeNews2(story: RecordedNews2Story): News2Story {
  const { scores, observations, results, target = null, earlierTargets = [], ...others } = story;
  const targets = [...(target === null ? [] : [target]), ...earlierTargets];
  return {
    ...others,
    target,
    scores: scores.map((score) => scored(score, scaleAsked(score, targets), observations)),
    observations: observations.map(completeVital),
    results: written(results),
  };
}

/** The scale that the record asked for when the set was taken. A target that was set later says nothing of it. */
function scaleAsked(
  { on }: RecordedNews2,
  targets: readonly Pick<Spo2Target, 'on' | 'scale'>[],
): Spo2Scale | null {
  const [newest, ...others] = targets.filter(
    (target) => on === null || target.on === null || comparePartialDates(on, target.on) <= 0,
  );
  // Of two of one time, the one that keeps it from being scored on scale 1 unasked.
  const isTwo = others.some((other) => other.scale === 2 && other.on === newest?.on);
  return isTwo ? 2 : (newest?.scale ?? null);
}

/**
 * Where the raw parts make a complete set, the score is computed from them, and a total that says otherwise stands beside
 * it: UK Core's own example has a 6 whose parts give 5.
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
  // A score never lowers concern: points that are known are not dropped for a lower total.
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

/** A total that stands for itself leaves the parts that came with it in no words, unless they stand among the observations. */
function partsToldNowhere(parts: VitalParts, observations: readonly RecordedVital[]): readonly string[] {
  return vitalsIn(parts).flatMap(([sign, said]) =>
    observations.some((vital) => vital.sign === sign && vital.parts[sign] === parts[sign]) ? [] : [said],
  );
}

/** The total differs from its own sub-scores, from its raw parts, or from what is shown because of them. */
function disagrees(sent: SentNews2, shown: ScoreResult, computed: News2Result): boolean {
  if (sent.total === null) return false;
  const sum = sumOf(sent);
  if (sum !== null && sum !== sent.total) return true;
  if (computed.status === 'complete') return computed.total !== sent.total;
  return shown.atLeast !== undefined;
}
