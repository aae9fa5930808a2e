import { isObject, type JsonObject } from '../entry.ts';

/** A `value[x]`: the type in the element's name, and the value. */
export interface Polymorphic {
  readonly type: string;
  readonly value: unknown;
}

/** The element `prefix[x]` of an object, such as `valueCoding`: `{ type: 'Coding', value }`. */
export function polymorphic(json: unknown, prefix: string): Polymorphic | null {
  if (!isObject(json)) return null;
  for (const key of Object.keys(json)) {
    if (!key.startsWith(prefix)) continue;
    const type = key.slice(prefix.length);
    if (/^[A-Z]/.test(type)) return { type, value: json[key] };
  }
  return null;
}

/** The first extension with this URL. */
export function extension(json: JsonObject, url: string): JsonObject | undefined {
  const { extension: list } = json;
  // The reader asks this about ten times for each option, mostly in vain, so it builds no list.
  return Array.isArray(list)
    ? list.find((each): each is JsonObject => isObject(each) && each['url'] === url)
    : undefined;
}

/** The value of the first extension with this URL, whatever its type. */
export function extensionValue(json: JsonObject, url: string): unknown {
  return polymorphic(extension(json, url), 'value')?.value;
}

/** An object without the fields that are `undefined`. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
