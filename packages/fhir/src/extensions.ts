import { words } from './text.ts';
import { isObject, listAt, textAt, type JsonObject } from './entry.ts';

/** The extensions with this URL. Extensions are open by design, so they are read by hand and anything odd is left out. */
export function extensionsOf(list: unknown, url: string): readonly JsonObject[] {
  return Array.isArray(list)
    ? list.filter((item): item is JsonObject => isObject(item) && item['url'] === url)
    : [];
}

/** The codes in a `valueCodeableConcept`, whatever the order of its codings. */
export function conceptCodes(extension: JsonObject | undefined): readonly { system: string; code: string }[] {
  return listAt(extension?.['valueCodeableConcept'], 'coding').flatMap((coding) => {
    const [system, code] = [textAt(coding, 'system'), textAt(coding, 'code')];
    return system === null || code === null ? [] : [{ system, code }];
  });
}

/** A `valueCodeableConcept` in words: its text, else the first display. */
export function conceptText(extension: JsonObject | undefined): string | null {
  const concept = extension?.['valueCodeableConcept'];
  const displays = listAt(concept, 'coding').map((coding) => textAt(coding, 'display'));
  return words([textAt(concept, 'text'), ...displays].find((text) => text !== null));
}

/** A nested extension by its short name. */
export function part(extension: JsonObject | undefined, name: string): JsonObject | undefined {
  return extensionsOf(extension?.['extension'], name)[0];
}
