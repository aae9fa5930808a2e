import type { PartialDate } from '@ehch/clinical/time';
import { readDate } from '../../../dates.ts';
import type { JsonObject } from '../../../entry.ts';
import type { Cautions } from '../cautions.ts';
import { elementName, elementText } from '../elements/words.ts';

/** The date that an extension gives, whatever the type of its value. What is no date is said as it stands. */
export function dateIn(extension: JsonObject | undefined, cautions: Cautions): PartialDate | null {
  const text = elementText(extension);
  const on = readDate(text, cautions);
  if (text !== null && on === null) cautions.leave(elementName('', extension), text);
  return on;
}
