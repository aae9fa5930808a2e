import { defineInstrument } from '../../instrument.ts';
import type { ScoreItem, ScoreResult, ScoreStatus } from '../../score.ts';
import { readInstant } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { assessedIn, type Assessed } from '../assessed.ts';
import { fieldsOf, isNotAnswered, isOpen, type Given } from '../not-answered.ts';
import { NEWS2_ITEMS } from './news2-items.ts';
import {
  NEWS2_PARTS,
  NEWS2_SET_WINDOW_MS,
  scoreNews2Part,
  type News2Part,
  type News2PartResult,
} from './news2-part.ts';
import { needsScale, scaleIn, scaleUsed, totalOnScales, type Spo2Scale } from './news2-scale.ts';
import { news2Band, NEWS2_NOTICE, type News2Band, type News2Monitoring } from './news2.table.ts';

/** One set of observations, as numbers and never as bands. An absent or `null` part was not recorded. */
export interface News2Input extends Assessed {
  /** Breaths a minute. */
  readonly rr?: Given<number>;
  /** Oxygen saturation in %. */
  readonly spo2?: Given<number>;
  /**
   * The SpO2 scale, as a number or the option's value. Without one it is scale 1, unless the record asks for scale 2.
   */
  readonly scale?: Given<1 | 2 | '1' | '2'>;
  /** The scale that a clinician's target in the record asks for. It does not choose the scale: a person does. */
  readonly recordedScale?: 1 | 2 | null;
  /** Any supplemental oxygen, home oxygen included. */
  readonly oxygen?: Given<boolean>;
  /** Systolic blood pressure in mmHg. */
  readonly sbp?: Given<number>;
  /** Beats a minute. */
  readonly pulse?: Given<number>;
  /** Alert, new Confusion, Voice, Pain, Unresponsive. Long-standing confusion is `A`. */
  readonly acvpu?: Given<'A' | 'C' | 'V' | 'P' | 'U'>;
  /** Degrees Celsius. */
  readonly temp?: Given<number>;
  readonly ageYears?: number | null;
  readonly pregnant?: boolean | null;
  /**
   * When each part was measured, if known; other parts count as of `assessedAt`. Parts of another set are not summed.
   */
  readonly times?: { readonly [P in News2Part]?: Instant } | null;
  readonly source?: 'entered' | 'imported';
}

export interface News2Result extends ScoreResult<News2Band> {
  /** Whether a single part scores 3, also in an incomplete set and at any total. */
  readonly single3: boolean;
  /** The RCP's shortest monitoring interval in hospital; `null` without a total. */
  readonly monitoring: News2Monitoring | null;
  /** The band that the known parts of an incomplete set already reach. Never "low", which nobody can know yet. */
  readonly atLeastBand: Exclude<News2Band, 'low'> | null;
  /** The scale that scored the saturation; `null` if it was not scored. */
  readonly scale: Spo2Scale | null;
  /** The total on each scale, if only the scale is open; otherwise `null`. */
  readonly onScale: { readonly 1: number; readonly 2: number } | null;
  readonly reason?: 'age-under-16' | 'pregnant';
}

/**
 * Scores NEWS2, RCP 2017. Any input has a result. One missing part leaves no total, however many others are recorded.
 *
 * Flags: `single3`, `rounded-input`, `implausible-<part>`, `impossible-<part>`, `impossible-scale`,
 * `outside-set-<part>`,
 * `spo2-needs-oxygen`, `spo2-needs-scale`, `scale-1-assumed`, and why a part was not measured, such as `refused-sbp`.
 */
export function scoreNews2(input: News2Input): News2Result {
  const given: News2Input = { ...fieldsOf(input), scale: scaleIn(fieldsOf(input)) };
  const reason = notFor(given);
  const late = outsideSet(given);
  // Oxygen from another set must not decide how this set's SpO2 is scored.
  const context = { ...given, oxygen: late.has('oxygen') ? null : (given.oxygen ?? null) };
  const parts = NEWS2_PARTS.map((part) => ({
    part,
    result: late.has(part)
      ? ({ state: 'missing', value: given[part] } as const)
      : scoredPart(part, given[part], context),
  }));
  const scored = parts.flatMap(({ result }) => (result.state === 'scored' ? [result] : []));
  const sum = scored.reduce((total, { score }) => total + score, 0);
  const status = statusOf(parts, reason !== null);
  const counts = status !== 'not-applicable';
  const single3 = counts && scored.some(({ score }) => score === 3);
  const outcome = status === 'complete' ? news2Band(sum, single3) : null;
  const soFar = counts && outcome === null ? news2Band(sum, single3).band : 'low';
  return {
    instrument: 'news2',
    version: 'RCP-2017',
    status,
    total: outcome === null ? null : sum,
    ...(counts && outcome === null ? { atLeast: sum } : {}),
    range: [0, 20],
    direction: 'higher-worse',
    band: outcome?.band ?? null,
    items: Object.fromEntries(parts.map(({ part, result }) => [part, item(part, result, given, counts)])),
    missing: missingIn(parts, counts && needsScale(given)),
    flags: flagsOf(parts, given, late, single3),
    ...assessed(given),
    single3,
    monitoring: outcome?.monitoring ?? null,
    atLeastBand: soFar === 'low' ? null : soFar,
    scale: scaleUsed(parts, given),
    onScale: counts ? totalOnScales(parts, context) : null,
    ...(reason === null ? {} : { reason }),
  };
}

export const news2 = defineInstrument({
  id: 'news2',
  title: 'NEWS2',
  searchWords: [
    'obs',
    'observations',
    'vital signs',
    'vitals',
    'sats',
    'oxygen',
    'temperature',
    'blood pressure',
    'bp',
    'pulse',
    'early warning',
    'unwell',
    'deterioration',
    'sepsis',
  ],
  version: 'RCP-2017',
  tier: 'A',
  direction: 'higher-worse',
  range: [0, 20],
  unit: { kind: 'points' },
  source: {
    citation:
      'Royal College of Physicians. National Early Warning Score (NEWS) 2: standardising the assessment of ' +
      'acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017. ISBN 978-1-86016-682-2.',
    owner: 'Royal College of Physicians',
    url: 'https://www.rcplondon.ac.uk/national-early-warning-score',
    licence: 'May be reproduced with acknowledgement; the chart must not be modified.',
    notice: NEWS2_NOTICE,
  },
  permission: {
    state: 'not-needed',
    because: 'The report says that there is no copyright restriction, and asks to be acknowledged.',
  },
  items: NEWS2_ITEMS,
  score: scoreNews2,
});

interface Scored {
  readonly part: News2Part;
  readonly result: News2PartResult;
}

function scoredPart(part: News2Part, value: unknown, context: News2Input): News2PartResult {
  const result = scoreNews2Part(part, value, context);
  return part === 'spo2' && result.state === 'scored' && needsScale(context)
    ? { state: 'waiting', value: result.value }
    : result;
}

/** What a total still needs, in the order of the chart: missing parts, and the scale if the record leaves it open. */
function missingIn(parts: readonly Scored[], isScaleOpen: boolean): readonly string[] {
  const missing = parts.filter(({ result }) => result.state === 'missing' || result.state === 'impossible');
  return [...missing.map(({ part }) => part), ...(isScaleOpen ? ['scale'] : [])];
}

/** RCP 2017: not for children under 16, nor in pregnancy. */
function notFor({ ageYears, pregnant }: News2Input): NonNullable<News2Result['reason']> | null {
  if (typeof ageYears === 'number' && ageYears < 16) return 'age-under-16';
  return pregnant === true ? 'pregnant' : null;
}

function statusOf(parts: readonly Scored[], notApplicable: boolean): ScoreStatus {
  if (notApplicable) return 'not-applicable';
  if (parts.some(({ result }) => result.state === 'impossible')) return 'invalid';
  return parts.every(({ result }) => result.state === 'scored') ? 'complete' : 'incomplete';
}

function item(
  part: News2Part,
  result: News2PartResult,
  { times, source }: News2Input,
  counts: boolean,
): ScoreItem {
  const at = times?.[part];
  return {
    value: result.value ?? null,
    score: result.state === 'scored' && counts ? result.score : null,
    ...(at === undefined ? {} : { at }),
    ...(source === undefined ? {} : { source }),
  };
}

function flagsOf(
  parts: readonly Scored[],
  given: News2Input,
  late: ReadonlySet<News2Part>,
  single3: boolean,
) {
  const { spo2, scale } = given;
  const flags = parts.flatMap(({ part, result }): readonly string[] => {
    if (late.has(part)) return [`outside-set-${part}`];
    if (result.state === 'scored') return result.flags;
    if (isNotAnswered(result.value)) return [`${result.value}-${part}`];
    // If the scale does not exist, the scale is the fault and not the SpO2.
    const culprit = part === 'spo2' && scale !== 1 && scale !== 2 && scale !== null ? 'scale' : part;
    if (result.state === 'impossible') return [`impossible-${culprit}`];
    if (result.state !== 'waiting') return [];
    return [needsScale(given) ? 'spo2-needs-scale' : 'spo2-needs-oxygen'];
  });
  if (single3) flags.unshift('single3');
  const assumed = scale === null && !isOpen(spo2) && !needsScale(given);
  return [...new Set(assumed ? [...flags, 'scale-1-assumed'] : flags)];
}

function outsideSet(input: News2Input): ReadonlySet<News2Part> {
  const parts = measured(input);
  const newest = newestOf(parts)?.ms ?? 0;
  // A part without a time of day cannot be placed into a set.
  return new Set(
    parts.flatMap(({ part, ms }) => (ms === null || newest - ms > NEWS2_SET_WINDOW_MS ? [part] : [])),
  );
}

function assessed(input: News2Input): { assessedAt?: Instant } {
  const newest = newestOf(measured(input));
  return newest === undefined ? assessedIn(fieldsOf(input)) : { assessedAt: newest.at };
}

interface MeasuredPart {
  readonly part: News2Part;
  readonly at: string;
  readonly ms: number | null;
}

function newestOf(parts: readonly MeasuredPart[]): { readonly at: Instant; readonly ms: number } | undefined {
  const known = parts.flatMap(({ at, ms }) => (ms === null ? [] : [{ at, ms }]));
  return known.toSorted((a, b) => b.ms - a.ms)[0];
}

/** The parts with a value and a time. */
function measured(input: News2Input): readonly MeasuredPart[] {
  return NEWS2_PARTS.flatMap((part) => {
    const at: unknown = input.times?.[part] ?? assessedIn(fieldsOf(input)).assessedAt;
    return isOpen(input[part]) || typeof at !== 'string' ? [] : [{ part, at, ms: readInstant(at) }];
  });
}
