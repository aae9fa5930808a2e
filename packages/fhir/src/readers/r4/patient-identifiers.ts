import { isObject, listAt, textAt, type JsonObject } from '../../entry.ts';

export interface PatientIdentifier {
  readonly system: string | null;
  readonly value: string;
}

/** The numbers in use. A superseded number may have been given to somebody else's record. */
export function identifiersOf(raw: JsonObject | null): readonly PatientIdentifier[] {
  return identifiersIn(raw, (use) => use !== 'old');
}

/** The numbers of one use. */
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
