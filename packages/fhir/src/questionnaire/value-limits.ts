import type { FormQuestion, Range } from '@ehch/clinical/form';
import { spanOf } from '@ehch/clinical/time';
import { extensionsOf } from '../extensions.ts';
import { defined, extensionValue, polymorphic } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type AnswerShape, type FormReading } from './reading.ts';
import { answerValueOf } from './answer-value.ts';
import { EXT } from './urls.ts';

/** A limit may be a plain value, or a quantity with a unit of its own. */
const SIDES = [
  { side: 'min', urls: [EXT.minValue, EXT.minQuantity] },
  { side: 'max', urls: [EXT.maxValue, EXT.maxQuantity] },
] as const;

type Limits = Pick<
  FormQuestion,
  'limits' | 'earliest' | 'latest' | 'minLength' | 'maxLength' | 'decimals' | 'answerCount'
>;

/**
 * The hard limits of a question: values (of a number in its first unit), dates, text length, decimal places,
 * and the number of answers. Other limits are not checked, and the screen names them.
 */
export function limitsOf(reading: FormReading, item: OutlineItem, shape: AnswerShape): Limits {
  const limits: { min?: number; max?: number } = {};
  const days: { min?: string; max?: string } = {};
  for (const { side, urls } of SIDES) {
    const [found, ...others] = urls.flatMap((url) => extensionsOf(item.json['extension'], url));
    if (found === undefined) continue;
    const stated = polymorphic(found, 'value');
    // With two limits on one side, nothing says which one applies.
    const value = stated === null || others.length > 0 ? null : answerValueOf(shape, stated);
    if (value?.type === 'number') limits[side] = value.value;
    else if (value?.type === 'date') days[side] = value.value;
    else limit(reading, item, unchecked(side));
  }
  const length = lengthOf(item, shape);
  const answerCount = answerCountOf(item);
  const all: Limits = defined({
    limits: Object.keys(limits).length === 0 ? undefined : limits,
    earliest: days.min,
    latest: days.max,
    ...length,
    decimals: placesOf(item, shape),
    answerCount,
  });
  const lengths = { min: length.minLength, max: length.maxLength };
  if (![limits, answerCount, lengths].some((each) => isCrossed(each)) && !isBackwards(days)) return all;
  limit(reading, item, 'The form sets limits that nothing can meet; they are not checked here.');
  return {};
}

interface Sides<T> {
  readonly min?: T | undefined;
  readonly max?: T | undefined;
}

/** A lowest value above the highest would refuse every answer, so nobody could finish the form. */
function isCrossed({ min = -Infinity, max = Infinity }: Sides<number> = {}): boolean {
  return min > max;
}

/** The same for dates. */
function isBackwards({ min, max }: Sides<string>): boolean {
  const [first, last] = [spanOf(min ?? null), spanOf(max ?? null)];
  return first !== null && last !== null && first.from > last.to;
}

function lengthOf(
  { json }: OutlineItem,
  { type }: AnswerShape,
): Pick<FormQuestion, 'minLength' | 'maxLength'> {
  if (type !== 'text' && type !== 'open-choice') return {};
  const [min, max] = [extensionValue(json, EXT.minLength), json['maxLength']];
  return defined({
    minLength: typeof min === 'number' ? min : undefined,
    maxLength: typeof max === 'number' ? max : undefined,
  });
}

/** Decimal places that the form allows. Only for numbers that can have any. */
function placesOf({ json }: OutlineItem, { type }: AnswerShape): number | undefined {
  const places = extensionValue(json, EXT.maxDecimals);
  return (type === 'decimal' || type === 'quantity') && typeof places === 'number' ? places : undefined;
}

/**
 * How many answers a question takes. For a question with one answer, "at least one" means that it is
 * required.
 */
function answerCountOf({ json, repeats }: OutlineItem): Range | undefined {
  const [min, max] = [EXT.minOccurs, EXT.maxOccurs].map((url) => extensionValue(json, url));
  const count = defined({
    min: typeof min === 'number' && min > 1 ? min : undefined,
    max: repeats && typeof max === 'number' ? max : undefined,
  });
  return Object.keys(count).length === 0 ? undefined : count;
}

function unchecked(side: 'min' | 'max'): string {
  return `The form sets the ${side === 'min' ? 'smallest' : 'largest'} value allowed; it is not checked here.`;
}
