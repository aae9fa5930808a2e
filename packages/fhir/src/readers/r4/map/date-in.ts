import type { PartialDate } from '@ehch/clinical/time';
import { readDate } from '../../../dates.ts';
import type { JsonObject } from '../../../entry.ts';
import type { Cautions } from '../cautions.ts';
import { elementName, elementText } from '../elements/words.ts';

/**
 * The date in an extension, whatever the type of its value. A text that is no date goes to "more in the
 * record" as it is.
 */
export function dateIn(extension: JsonObject | undefined, cautions: Cautions): PartialDate | null {
  const text = elementText(extension);
  const on = readDate(text, cautions);
  if (text !== null && on === null) cautions.leave(elementName('', extension), text);
  return on;
}
