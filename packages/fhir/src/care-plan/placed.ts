import { isObject, type JsonObject } from '../entry.ts';
import type { JsonValue } from '../writers/operations/operation.ts';

/** One step of a path: an element, or the row of a list that has this key. */
export type PlaceStep = string | { readonly key: string };

/** Where one part of a line lies in its resource, and what stands there. `undefined`: nothing does. */
export interface Placed {
  readonly path: readonly PlaceStep[];
  readonly value: JsonValue | undefined;
}

type Field = string | null | undefined;

/** A field as the text of its element. */
export const placedText = (field: Field): JsonValue | undefined => field ?? undefined;

/** A person of whom the plan knows a name alone, as a reference. */
export const placedName = (field: Field): JsonValue | undefined =>
  field === null || field === undefined ? undefined : { display: field };

/** The same where the element is a list. */
export function placedNames(field: Field): JsonValue | undefined {
  const name = placedName(field);
  return name === undefined ? undefined : [name];
}

/** What a line is written with besides its fields. */
export interface LineWriting {
  /** The reference to the resident: `Patient/17`. */
  readonly subject: string;
  /** Who presses, as the server knows them. */
  readonly author: { readonly reference?: string; readonly display: string };
  /** The moment of the press. */
  readonly at: string;
}

/** A resource in which every part stands. Parts without a value are left out. */
export function resourceWith(skeleton: JsonObject, placed: readonly Placed[]): JsonObject {
  return placed.reduce((resource, { path, value }) => put(resource, path, value), skeleton);
}

function put(
  resource: JsonObject,
  [step, ...rest]: readonly PlaceStep[],
  value: JsonValue | undefined,
): JsonObject {
  if (typeof step !== 'string' || value === undefined) return resource;
  const [next] = rest;
  if (next === undefined) return { ...resource, [step]: value };
  const inner = resource[step];
  if (typeof next === 'object')
    return { ...resource, [step]: [...(Array.isArray(inner) ? (inner as unknown[]) : []), value] };
  return { ...resource, [step]: put(isObject(inner) ? inner : {}, rest, value) };
}
