import { isObject, listAt, textAt, type JsonObject } from '../../entry.ts';
import { addressOf, readTarget } from '../../reference.ts';

/** Everything by which another record may name the resident. */
export interface PatientAddress {
  readonly id: string | null;
  /** The full address, where it is known; with it, the same id on another server is another person. */
  readonly url: string | null;
  readonly urn: string | null;
  readonly identifiers: readonly { readonly system: string | null; readonly value: string }[];
}

/** Whether this Patient record is the one that was asked for, by logical id or by full address. */
export function isAskedFor(asked: string, fullUrl: string | null, raw: JsonObject): boolean {
  const wanted = readTarget(asked);
  const url = addressOf(fullUrl);
  if (wanted?.kind === 'urn') return url === wanted.url;
  const id = wanted?.kind === 'literal' ? wanted.id : asked;
  if (wanted?.kind === 'literal' && wanted.base !== null && url?.startsWith('http') === true) {
    return url === addressOf(asked);
  }
  return (
    textAt(raw, 'id') === id ||
    url === `urn:uuid:${id.toLowerCase()}` ||
    url?.endsWith(`/Patient/${id}`) === true
  );
}

export function addressOfPatient(
  asked: string,
  fullUrl: string | null,
  raw: JsonObject | null,
): PatientAddress {
  const wanted = readTarget(asked);
  const found = addressOf(fullUrl);
  const askedUrl = addressOf(asked);
  const named = wanted?.kind === 'literal' ? wanted.id : wanted === null ? asked : null;
  return {
    id: textAt(raw, 'id') ?? named,
    url: found?.startsWith('http') === true ? found : askedUrl?.startsWith('http') === true ? askedUrl : null,
    urn: found?.startsWith('urn:') === true ? found : wanted?.kind === 'urn' ? wanted.url : null,
    identifiers: identifiersOf(raw),
  };
}

export function identifiersOf(raw: JsonObject | null): PatientAddress['identifiers'] {
  return listAt(raw, 'identifier').flatMap((item) => {
    const value = textAt(item, 'value');
    // A superseded number may have been given to somebody else's record.
    if (!isObject(item) || value === null || item['use'] === 'old') return [];
    return [{ system: textAt(item, 'system'), value: value.replaceAll(' ', '') }];
  });
}
