import { extensionAddress } from './codes/systems.ts';
import { isObject, listAt, textAt, type JsonObject } from './entry.ts';

/**
 * The extensions with this URL. Extensions are open by design, so they are read by hand. Anything malformed
 * is left out.
 */
export function extensionsOf(list: unknown, url: string): readonly JsonObject[] {
  return Array.isArray(list)
    ? list.filter((item): item is JsonObject => isObject(item) && addressOfExtension(item) === url)
    : [];
}

/** The address of an extension, the same for every address of one meaning. */
export function addressOfExtension(extension: unknown): string | null {
  const url = textAt(extension, 'url');
  return url === null ? null : extensionAddress(url);
}

/** The codes in a `valueCodeableConcept`, in any order, or in a `valueCoding`. */
export function conceptCodes(extension: JsonObject | undefined): readonly { system: string; code: string }[] {
  const codings = [...listAt(extension?.['valueCodeableConcept'], 'coding'), extension?.['valueCoding']];
  return codings.flatMap((coding) => {
    const [system, code] = [textAt(coding, 'system'), textAt(coding, 'code')];
    return system === null || code === null ? [] : [{ system, code }];
  });
}

/** The first nested extension with this short name. */
export function part(extension: JsonObject | undefined, name: string): JsonObject | undefined {
  return extensionsOf(extension?.['extension'], name)[0];
}
