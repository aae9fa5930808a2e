import type { FormQuestion } from '@ehch/clinical';
import { extensionsOf } from '../extensions.ts';
import { defined, polymorphic } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type AnswerShape, type Reading } from './reading.ts';
import { answerValueOf } from './answer-value.ts';
import { EXT } from './urls.ts';

const SIDES = [
  { side: 'min', urls: [EXT.minValue, EXT.minQuantity] },
  { side: 'max', urls: [EXT.maxValue, EXT.maxQuantity] },
] as const;

type Limits = Pick<FormQuestion, 'limits' | 'earliest' | 'latest'>;

/** The hard limits of a number, in its first unit, or of a date. Other limits are named, since they are not checked. */
export function limitsOf(reading: Reading, item: OutlineItem, shape: AnswerShape): Limits {
  const limits: { min?: number; max?: number } = {};
  const days: { min?: string; max?: string } = {};
  for (const { side, urls } of SIDES) {
    const [found, ...others] = urls.flatMap((url) => extensionsOf(item.json['extension'], url));
    if (found === undefined) continue;
    const stated = polymorphic(found, 'value');
    // Of two limits on one side nobody says which one holds.
    const value = stated === null || others.length > 0 ? null : answerValueOf(shape, stated);
    if (value?.type === 'number') limits[side] = value.value;
    else if (value?.type === 'date') days[side] = value.value;
    else limit(reading, item, unchecked(side));
  }
  return defined({
    limits: Object.keys(limits).length === 0 ? undefined : limits,
    earliest: days.min,
    latest: days.max,
  });
}

function unchecked(side: 'min' | 'max'): string {
  return `The form sets the ${side === 'min' ? 'smallest' : 'largest'} value allowed; it is not checked here.`;
}
