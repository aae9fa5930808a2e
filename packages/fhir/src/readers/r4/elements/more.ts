import type { MoreInRecord } from '@ehch/clinical';
import type { JsonObject } from '../../../entry.ts';
import type { ResourceDefinition } from '../define-resource.ts';
import { elementsOf } from './walk.ts';
import { elementName, elementText } from './words.ts';

/** What stands in a resource and is neither read nor harmless: "more in the record", each element named once. */
export function moreOf(definition: ResourceDefinition, raw: JsonObject): readonly MoreInRecord[] {
  const byName = new Map<string, string[]>();
  for (const { path, value, fate } of elementsOf(definition, raw)) {
    if (fate !== 'more') continue;
    const name = elementName(path, value);
    const texts = byName.get(name) ?? [];
    const text = elementText(value);
    if (text !== null && !texts.includes(text)) texts.push(text);
    byName.set(name, texts);
  }
  return [...byName].map(([name, texts]) => ({ name, text: texts.join('; ') || null }));
}
