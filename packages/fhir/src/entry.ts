/** A resource as it was found, with the address it was found under. The resource is whatever JSON was there. */
export interface Entry {
  readonly fullUrl: string | null;
  readonly resource: unknown;
  /** The Bundle deletes it: it is here, and not in force. */
  readonly isDeleted?: true;
  /** Nothing but its type could be read. */
  readonly lostType?: string;
}

export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field, when it is text with something in it. */
export function textAt(value: unknown, key: string): string | null {
  const field = isObject(value) ? value[key] : undefined;
  return typeof field === 'string' && field.trim() !== '' ? field : null;
}

/** The list at the field, or the one object where a list should be; empty when there is none. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const field = isObject(value) ? value[key] : undefined;
  if (Array.isArray(field)) return field;
  return isObject(field) ? [field] : [];
}

/** Takes a raw resource, or a Bundle entry with its `fullUrl`. */
export function toEntry(value: unknown): Entry {
  if (!isObject(value) || 'resourceType' in value || !('resource' in value))
    return { fullUrl: null, resource: value };
  const isDeleted =
    value['isDeleted'] === true || textAt(value['request'], 'method')?.toUpperCase() === 'DELETE';
  const lostType = textAt(value, 'lostType');
  return {
    fullUrl: textAt(value, 'fullUrl'),
    resource: value['resource'],
    ...(isDeleted && { isDeleted }),
    ...(lostType !== null && { lostType }),
  };
}
