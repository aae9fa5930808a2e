import type { FormCode } from '@ehch/clinical/form';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import { extensionsOf } from '../extensions.ts';
import { joinedPlain, plainWords } from './plain-words.ts';
import { extension, extensionValue } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import { EXT } from './urls.ts';

/**
 * The words of an item. Formatted text (`rendering-xhtml`) is never used, because FHIR requires the plain
 * words beside it.
 */
export function itemText({ json, id, named, type }: OutlineItem): string {
  const text = joinedPlain([textAt(json, 'prefix'), textAt(json, 'text')]);
  if (text !== null) return text;
  if (type === 'group' || type === 'display') return '';
  // A question without words would be unusable, so it falls back on its codes and its linkId.
  return (
    codesOf(json)
      .map(({ display }) => plainWords(display))
      .find((each) => each !== null) ?? (named ? id : '')
  );
}

/** The codes of an item or a form. */
export function codesOf(json: JsonObject): readonly FormCode[] {
  return listAt(json, 'code').flatMap((coding) => {
    const [system, code, display] = ['system', 'code', 'display'].map((key) => textAt(coding, key));
    if (code === null || code === undefined) return [];
    return [{ code, ...(system ? { system } : {}), ...(display ? { display } : {}) }];
  });
}

const HINTS = new Set(['help', 'prompt', 'flyover', 'unit', 'upper', 'lower', 'instructions']);

/** Whether a display under a question is a hint about it, by FHIR's item controls and display categories. */
export function isHint({ json, type, parent }: OutlineItem): boolean {
  if (type !== 'display' || parent === null || parent.type === 'group' || parent.type === 'display')
    return false;
  // A display that is hidden, or shown only at times, is no lasting hint.
  if (listAt(json, 'enableWhen').length > 0 || extension(json, EXT.enableWhenExpression) !== undefined)
    return false;
  if (extensionValue(json, EXT.hidden) === true || json['modifierExtension'] !== undefined) return false;
  if (listAt(json, 'item').length > 0) return false;
  return [EXT.itemControl, EXT.displayCategory].some((url) =>
    listAt(extensionValue(json, url), 'coding').some((coding) => HINTS.has(textAt(coding, 'code') ?? '')),
  );
}

/** How to answer a question: its hints as one text. `null`: it has none. */
export function hintOf(item: OutlineItem): string | null {
  const { json } = item;
  const extensions = [EXT.instruction, EXT.entryFormat].flatMap((url) =>
    extensionsOf(json['extension'], url),
  );
  const displays = item.items.filter((each) => isHint(each));
  const texts = [
    ...displays.map((each) => itemText(each)),
    ...extensions.map((each) => (isObject(each) ? textAt(each, 'valueString') : null)),
  ];
  return joinedPlain([...new Set(texts)]);
}
