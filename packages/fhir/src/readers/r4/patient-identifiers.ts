import { isObject, listAt, textAt, type JsonObject } from '../../entry.ts';

/** A number with its system, without spaces. */
export interface PatientIdentifier {
  readonly system: string | null;
  readonly value: string;
}

/** The identifiers in use. An old identifier may belong to somebody else's record now. */
export function identifiersOf(raw: JsonObject | null): readonly PatientIdentifier[] {
  return identifiersIn(raw, (use) => use !== 'old');
}

/** The identifiers whose use is wanted. */
export function identifiersIn(
  raw: JsonObject | null,
  wanted: (use: unknown) => boolean,
): readonly PatientIdentifier[] {
  return listAt(raw, 'identifier').flatMap((item) => {
    const value = textAt(item, 'value');
    if (!isObject(item) || value === null || !wanted(item['use'])) return [];
    return [{ system: textAt(item, 'system'), value: value.replaceAll(' ', '') }];
  });
}
