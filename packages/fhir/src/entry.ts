/** A resource with the address under which the server gave it. The resource may be any JSON. */
export interface Entry {
  readonly fullUrl: string | null;
  readonly resource: unknown;
  /** The Bundle deletes this record. It is known, but no longer in force. */
  readonly isDeleted?: true;
  /** It was made on this device, and the server has not accepted it: it was not sent, or nobody knows whether it arrived. */
  readonly unsent?: 'not-sent' | 'arrival-not-known';
  /** Only the type of this record could be read. */
  readonly lostType?: string;
}

/** A JSON object of any content. Its fields are `unknown` until something has checked them. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether the value is a JSON object: neither `null` nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text at a field. `null` where the field is missing, is no text, or is blank. */
export function textAt(value: unknown, key: string): string | null {
  const field = isObject(value) ? value[key] : undefined;
  return typeof field === 'string' && field.trim() !== '' ? field : null;
}

/** The list at a field. A single object counts as a list of one; anything else is an empty list. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const field = isObject(value) ? value[key] : undefined;
  if (Array.isArray(field)) return field;
  return isObject(field) ? [field] : [];
}

/** Takes a raw resource, or a Bundle entry with its `fullUrl`. */
export function toEntry(value: unknown): Entry {
  if (!isObject(value) || 'resourceType' in value || !('resource' in value))
    return { fullUrl: null, resource: value };
  // A transaction deletes by `request.method`. An entry that was taken apart before carries `isDeleted` itself.
  const isDeleted =
    value['isDeleted'] === true || textAt(value['request'], 'method')?.toUpperCase() === 'DELETE';
  const lostType = textAt(value, 'lostType');
  const { unsent } = value;
  return {
    fullUrl: textAt(value, 'fullUrl'),
    resource: value['resource'],
    ...(isDeleted && { isDeleted }),
    ...((unsent === 'not-sent' || unsent === 'arrival-not-known') && { unsent }),
    ...(lostType !== null && { lostType }),
  };
}
