import { isObject, type JsonObject } from './entry.ts';

/** The extensions with this URL. Extensions are open by design, so they are read by hand and anything odd is left out. */
export function extensionsOf(list: unknown, url: string): readonly JsonObject[] {
  return Array.isArray(list)
    ? list.filter((item): item is JsonObject => isObject(item) && item['url'] === url)
    : [];
}

/** The codes in a `valueCodeableConcept`, whatever the order of its codings. */
export function conceptCodes(extension: JsonObject | undefined): readonly { system: string; code: string }[] {
  const concept = extension?.['valueCodeableConcept'];
  const codings = isObject(concept) && Array.isArray(concept['coding']) ? concept['coding'] : [];
  return codings.flatMap((coding: unknown) =>
    isObject(coding) && typeof coding['system'] === 'string' && typeof coding['code'] === 'string'
      ? [{ system: coding['system'], code: coding['code'] }]
      : [],
  );
}

/** A nested extension by its short name. */
export function part(extension: JsonObject | undefined, name: string): JsonObject | undefined {
  return extensionsOf(extension?.['extension'], name)[0];
}
