import type { Range } from '@ehch/clinical';
import { extension, polymorphic } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type AnswerShape, type Reading } from './reading.ts';
import { answerValueOf } from './answer-value.ts';
import { EXT } from './urls.ts';

const SIDES = [
  { side: 'min', urls: [EXT.minValue, EXT.minQuantity] },
  { side: 'max', urls: [EXT.maxValue, EXT.maxQuantity] },
] as const;

/** The hard limits of a number, in its first unit. Other limits are named, since they are not checked. */
export function limitsOf(reading: Reading, item: OutlineItem, shape: AnswerShape): Range | undefined {
  const limits: { min?: number; max?: number } = {};
  for (const { side, urls } of SIDES) {
    const found = urls.map((url) => extension(item.json, url)).find((each) => each !== undefined);
    if (found === undefined) continue;
    const stated = polymorphic(found, 'value');
    const value = stated === null ? null : answerValueOf(shape, stated);
    if (value?.type === 'number') limits[side] = value.value;
    else limit(reading, item, unchecked(side, value?.type === 'date' ? value.value : null));
  }
  return limits.min === undefined && limits.max === undefined ? undefined : limits;
}

function unchecked(side: 'min' | 'max', date: string | null): string {
  const which = side === 'min' ? 'smallest' : 'largest';
  if (date === null) return `The form sets the ${which} value allowed; it is not checked here.`;
  return `The form allows no date ${side === 'min' ? 'before' : 'after'} ${date}; that is not checked here.`;
}
