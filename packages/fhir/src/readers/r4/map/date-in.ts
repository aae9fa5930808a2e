import type { PartialDate } from '@ehch/clinical';
import { readDate } from '../../../dates.ts';
import type { JsonObject } from '../../../entry.ts';
import type { Care } from '../care.ts';
import { elementName, elementText } from '../elements/words.ts';

/** The date that an extension gives, whatever the type of its value. What is no date is said as it stands. */
export function dateIn(extension: JsonObject | undefined, care: Care): PartialDate | null {
  const text = elementText(extension);
  const on = readDate(text, care);
  if (text !== null && on === null) care.leave(elementName('', extension), text);
  return on;
}
