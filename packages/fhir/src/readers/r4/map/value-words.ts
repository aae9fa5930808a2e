import type { Caution } from '@ehch/clinical';
import { answerInWords } from '../../../codes/answers.ts';
import { bareCodes, conceptWords, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { RecordedText, TextPart } from '../../../recorded-view.ts';
import { textOf } from '../../../computed/written.ts';
import { lines, words } from '../../../text.ts';
import type { Quantity, Range } from '../datatypes.ts';
import { quantityPart, SCORE_UNIT } from './quantity.ts';

/** The value of an observation or of a component, in any type that R4 allows. */
export interface Valued {
  /** The status of the observation. A component has the status of its observation. */
  readonly status?: string | undefined;
  readonly code?: ConceptLike | undefined;
  readonly valueQuantity?: Quantity | undefined;
  readonly valueCodeableConcept?: ConceptLike | undefined;
  readonly valueString?: string | undefined;
  readonly valueBoolean?: boolean | undefined;
  readonly valueInteger?: number | undefined;
  readonly valueRange?: Range | undefined;
  readonly valueRatio?:
    { readonly numerator?: Quantity | undefined; readonly denominator?: Quantity | undefined } | undefined;
  readonly valueSampledData?: { readonly data?: string | undefined } | undefined;
  readonly valueTime?: string | undefined;
  readonly valueDateTime?: string | undefined;
  readonly valuePeriod?:
    { readonly start?: string | undefined; readonly end?: string | undefined } | undefined;
  readonly dataAbsentReason?: ConceptLike | undefined;
}

/** The observation and its components. A component was measured only if the observation was. */
export function valuedIn(
  observation: Valued & { readonly component?: readonly Valued[] | undefined },
): readonly Valued[] {
  const { status, component = [] } = observation;
  return [observation, ...component.map((one) => ({ ...one, status }))];
}

/** The value in words, whatever its type. `null`: it has no value. */
export function valueWords(valued: Valued, cautions: Set<Caution>): RecordedText | null {
  const parts = [
    ...plainValues(valued, cautions),
    ...rangeOf(valued.valueRange),
    ...ratioOf(valued.valueRatio),
    ...datesOf(valued, cautions),
  ];
  const said = parts.filter((part) => part.length > 0);
  const all = said.flatMap((part, place) => (place === 0 ? part : ['; ', ...part]));
  return all.length === 0 ? null : all;
}

function plainValues(valued: Valued, cautions: Set<Caution>): readonly (readonly TextPart[])[] {
  const { valueQuantity, valueCodeableConcept, valueString, valueInteger } = valued;
  const said = [
    answerWords(valueCodeableConcept, cautions),
    lines(valueString),
    wordOf(valued.valueBoolean),
    valueInteger === undefined ? null : String(valueInteger),
    words(valued.valueTime),
    // A trace is no number. The screen says that there is one.
    valued.valueSampledData === undefined
      ? null
      : (lines(valued.valueSampledData.data) ?? 'a series of readings'),
  ];
  return [quantityWords(valueQuantity), ...said.map((text) => (text === null ? [] : [text]))];
}

/** A coded answer in words. Without any, all its codes: nobody knows whether the first one says it all. */
function answerWords(concept: ConceptLike | undefined, cautions: Set<Caution>): string | null {
  const bare = new Set<Caution>();
  const said = conceptWords(concept, bare);
  const known = (concept?.coding ?? []).map(answerInWords);
  const [answer = null, ...others] = new Set(known);
  if (bare.has('code-only') && answer !== null && others.length === 0) return answer;
  for (const caution of bare) cautions.add(caution);
  return concept !== undefined && bare.has('code-only') ? bareCodes(concept).join(', ') : said;
}

/**
 * A quantity as people read it. Points are a bare number, unless their unit states a maximum. Any other
 * number without a unit says so.
 */
function quantityWords(quantity: Quantity | undefined): readonly TextPart[] {
  const part = quantityPart(quantity);
  if (part === null) return [];
  if (SCORE_UNIT.test(part.unit) && !part.unit.startsWith('/')) return [{ ...part, unit: '' }];
  return part.unit === '' ? [part, ' (no unit)'] : [part];
}

function wordOf(value: boolean | undefined): string | null {
  return value === undefined ? null : value ? 'yes' : 'no';
}

function rangeOf(range: Range | undefined): readonly (readonly TextPart[])[] {
  const [low, high] = [quantityWords(range?.low), quantityWords(range?.high)];
  if (low.length === 0) return high.length === 0 ? [] : [['up to ', ...high]];
  return [high.length === 0 ? ['from ', ...low] : [...low, ' to ', ...high]];
}

function ratioOf(ratio: Valued['valueRatio']): readonly (readonly TextPart[])[] {
  const [over, under] = [quantityWords(ratio?.numerator), quantityWords(ratio?.denominator)];
  if (over.length + under.length === 0) return [];
  return [[...over, ' to ', ...under]];
}

function datesOf(
  { valueDateTime, valuePeriod }: Valued,
  cautions: Set<Caution>,
): readonly (readonly TextPart[])[] {
  const day = readDate(valueDateTime, cautions);
  const [start, end] = [readDate(valuePeriod?.start, cautions), readDate(valuePeriod?.end, cautions)];
  return [
    day === null ? [] : [{ date: day }],
    start === null ? [] : ['from ', { date: start }],
    end === null ? [] : ['until ', { date: end }],
  ];
}

/** A value as plain text, for words beside a fact. */
export function plainTextOf(said: RecordedText): string {
  return textOf(said);
}
