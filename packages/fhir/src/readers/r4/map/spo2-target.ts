import type { NotMeasured, Spo2Target } from '@ehch/clinical';
import { scaleOfTarget } from '@ehch/clinical/rules';
import type { RecordedNews2, RecordedNews2Story } from '../../../recorded-view.ts';
import { byNewest, isAhead } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { answerTo, whyNoNumber } from './absent-reason.ts';
import {
  cautionsForObservation,
  observed,
  observationsOf,
  type Observation,
  whenOver,
} from './observation-kind.ts';
import { leadingSetting } from './leading.ts';
import { isFirm, notInForceToday } from './not-in-force.ts';
import { notInUse, sinceLatest } from './not-measured.ts';
import { notEndedByName } from './ended-by-name.ts';
import { besideOthers } from './of-one-time.ts';
import { plainTextOf, valueWords } from './value-words.ts';

interface Row {
  readonly held: Observation;
  readonly target: Spo2Target;
}

/** The target for oxygen saturation, with the scale that each record of one asks for. */
interface RecordedTarget {
  readonly target: Spo2Target | null;
  readonly askedScales: NonNullable<RecordedNews2Story['askedScales']>;
  /** Targets that were cancelled, or that nobody could state, since the newest one. */
  readonly notSet: readonly NotMeasured[];
}

/**
 * The target for oxygen saturation: the newest firm one recorded, else the newest set that its sender scored on
 * scale 2.
 * Either of them prevents a later set from being scored on scale 1 by assumption. So does one of two targets
 * of the same time, and one in doubt that came since.
 */
export function spo2Target(record: PatientRecord, scores: readonly RecordedNews2[]): RecordedTarget {
  const all = notEndedByName(record, observationsOf(record, 'targetSpo2'));
  const rows = all.flatMap((held) => targetOf(record, held));
  // A target with a future date does not apply yet, but it must not be lost either.
  for (const { held, target } of rows) if (isAhead(target)) record.refuse(held, 'malformed', 'effective[x]');
  const begun = rows
    .filter(({ target }) => !isAhead(target))
    .toSorted((a, b) => byNewest(a.target, b.target));
  const { lead, beside } = leadingSetting(begun, ({ target }) => target);
  for (const row of begun)
    if (row === lead || beside.includes(row)) record.show(row.held, 'news2');
    else record.setAside(row.held, 'newer-shown');
  const absent = all.flatMap((held) => notInUse(record, held, 'Oxygen saturation target'));
  const used = usedScale(scores);
  return {
    target:
      lead === undefined
        ? used
        : settled(
            lead.target,
            beside.map(({ target }) => target),
          ),
    askedScales: (lead === undefined && used !== null ? [used] : begun.map(({ target }) => target)).map(
      ({ on, scale, cautions }) => ({ on, scale, isFirm: isFirm(cautions) }),
    ),
    notSet: sinceLatest(record, 'news2', absent, lead?.target),
  };
}

/** The target that leads, with what the others say and whether a person has to settle the scale. */
function settled(first: Spo2Target, beside: readonly Spo2Target[]): Spo2Target {
  // Of two of the same time the one with scale 2 is shown first, because scale 1 would be an assumption.
  const second = beside.find((one) => one.scale === 2 && isFirm(one.cautions) && isFirm(first.cautions));
  const lead = first.scale === 2 ? first : (second ?? first);
  const others = [first, ...beside].filter((one) => one !== lead);
  const isDoubtful = !isFirm(lead.cautions);
  const isAsked = [lead, ...others].some(({ scale }) => scale === 2);
  const isOpen = isAsked && (isDoubtful || others.some(({ scale }) => scale !== lead.scale));
  return {
    ...besideOthers(lead, others, ({ text }) => text),
    // Scale 1 is what is assumed without a target, and a doubtful one is no better.
    scale: isDoubtful && lead.scale === 1 ? null : lead.scale,
    ...(isOpen && { isScaleOpen: true }),
  };
}

function targetOf(record: PatientRecord, held: Observation): readonly Row[] {
  const { value } = held;
  if (whyNoNumber(value) !== null) return [];
  const cautions = cautionsForObservation(held);
  const said = valueWords(value, cautions);
  if (said === null) return record.refuse(held, 'missing', 'value[x]');
  const text = plainTextOf(said);
  const over = whenOver(record, held, cautions);
  // A target for a time that has passed is shown, but no limits are taken from it.
  const [from, to] = over === null ? limitsOf(held, text) : [null, null];
  // Nobody here knows what "92 to 88" means, so no limits are taken from it. If 88 to 92 may be meant, scale 1 is
  // not assumed.
  const isTurned = from !== null && to !== null && from > to;
  if (isTurned) cautions.add('implausible');
  // "88-92% on oxygen, 94-98% on air": nobody here knows which is meant now.
  const isSplit = over === null && asksTwice(text);
  const [low, high] = isTurned ? [null, null] : [from, to];
  return [
    {
      held,
      target: {
        ...observed(record, held, cautions),
        low,
        high,
        scale: isTurned ? scaleOfTarget(to, from) : isSplit ? 2 : scaleOfTarget(low, high),
        ...(isSplit && { isScaleOpen: true as const }),
        text: `${text}${notInForceToday(over)}`,
      },
    },
  ];
}

/** In per cent. `null`: no limit at this end. */
type Limits = readonly [low: number | null, high: number | null];

function limitsOf({ value }: Observation, text: string): Limits {
  const { valueQuantity, valueRange } = value;
  // "Not 88-92", "88-92 until May": the words are shown, but no limits are taken from them.
  if (answerTo(value) !== 'stands' || NOT_THIS.test(text)) return [null, null];
  if (valueRange !== undefined) return [percent(valueRange.low?.value), percent(valueRange.high?.value)];
  const limit = percent(valueQuantity?.value);
  if (valueQuantity !== undefined)
    return limit === null ? [null, null] : ofQuantity(limit, valueQuantity.comparator);
  const ranges = rangesIn(text);
  const [low, high] = ranges[0] ?? [];
  if (ranges.length > 1) return [null, null];
  if (low !== undefined && high !== undefined) return [low, high];
  const [one, ...more] = text.match(/\d{2,3}/g) ?? [];
  // Several numbers that are no range could mean anything.
  return one === undefined || more.length > 0 ? [null, null] : [Number(one), Number(one)];
}

function rangesIn(text: string): readonly (readonly [low: number, high: number])[] {
  const found = text.matchAll(/(\d{2,3})\s*%?\s*(?:-|–|—|to)\s*(\d{2,3})/g);
  return [...found].map(([, low, high]) => [Number(low), Number(high)]);
}

/** Whether a text names several ranges, of which one asks for scale 2. */
function asksTwice(text: string): boolean {
  const ranges = NOT_THIS.test(text) ? [] : rangesIn(text);
  return ranges.length > 1 && ranges.some(([low, high]) => scaleOfTarget(low, high) === 2);
}

/** A percentage that somebody could mean as a target. 0.88 is a fraction or a mistake. */
function percent(value: number | undefined): number | null {
  return value !== undefined && value >= 50 && value <= 100 ? value : null;
}

/** [P] Words that say that the target is another one, or not now, or not always. */
const NOT_THIS =
  /\b(not|no longer|never|previous\w*|former\w*|was|until|stop\w*|changed|unless|instead|rather)\b/i;

function ofQuantity(value: number, comparator: string | undefined): Limits {
  if (comparator === undefined) return [value, value];
  return comparator.startsWith('<') ? [null, value] : [value, null];
}

/** The newest set whose sender scored SpO2 on scale 2, as a target. */
function usedScale(scores: readonly RecordedNews2[]): Spo2Target | null {
  const [newest] = scores.filter((score) => score.sent?.scale === 2 && !isAhead(score)).toSorted(byNewest);
  if (newest === undefined) return null;
  const { id, on, source, by, cautions } = newest;
  return {
    id: `${id}#scale`,
    on,
    source,
    by,
    cautions,
    low: null,
    high: null,
    scale: 2,
    text: 'scored on scale 2',
  };
}
