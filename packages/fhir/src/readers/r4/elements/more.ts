import type { MoreInRecord } from '@ehch/clinical';
import type { JsonObject } from '../../../entry.ts';
import type { ResourceDefinition } from '../define-resource.ts';
import { elementsOf } from './walk.ts';
import { elementName, shownText } from './words.ts';

/**
 * Elements of a resource that are neither read nor harmless, for "more in the record". Each name occurs once,
 * with all its texts.
 */
export function moreOf(definition: ResourceDefinition, raw: JsonObject): readonly MoreInRecord[] {
  const byName = new Map<string, string[]>();
  for (const { path, value, fate } of elementsOf(definition, raw)) {
    if (fate !== 'more') continue;
    const name = elementName(path, value);
    const texts = byName.get(name) ?? [];
    const text = shownText(value);
    if (text !== null && !texts.includes(text)) texts.push(text);
    byName.set(name, texts);
  }
  return [...byName].map(([name, texts]) => ({ name, text: texts.join('; ') || null }));
}
