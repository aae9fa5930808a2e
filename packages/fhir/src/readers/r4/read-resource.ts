import { isObject, type JsonObject } from '../../entry.ts';
import type { UnreadableReason } from '../../ledger.ts';
import type { ResourceDefinition } from './define-resource.ts';

/** What the schema made of a resource. `dropped` and `path` name elements, and never hold content. */
export type ResourceReading =
  | { readonly ok: true; readonly value: unknown; readonly dropped: readonly string[] }
  | { readonly ok: false; readonly why: UnreadableReason; readonly path: string };

/** Elements. With more broken elements than this, the rest of the record cannot be trusted. */
const MOST_DROPPED = 20;

/**
 * Essential elements that stay readable when one of several codings is broken, because they hold words and
 * not a state.
 */
const WORDS: ReadonlySet<string> = new Set([
  'code',
  'medicationCodeableConcept',
  'vaccineCode',
  'description',
]);

/**
 * Reads the parts of a resource that the maps use. A malformed element is dropped as a whole: in a list the
 * one item, otherwise the top-level element. Half a quantity or half a timing would say something that the
 * record does not say.
 */
export function readResource(definition: ResourceDefinition, raw: JsonObject): ResourceReading {
  const essential = ['status', definition.subject, ...(definition.essential ?? [])];
  let json: JsonObject = raw;
  const dropped: string[] = [];
  for (let round = 0; round <= MOST_DROPPED; round += 1) {
    const result = definition.schema.safeParse(json);
    if (result.success) return { ok: true, value: result.data, dropped };
    const [issue] = result.error.issues;
    const path = issue?.path ?? [];
    const field = String(path[0] ?? '');
    const asList =
      issue?.code === 'invalid_type' && issue.expected === 'array' ? listOfOne(json, path) : null;
    if (asList !== null) {
      json = asList;
      continue;
    }
    const cut = dropAt(json, path);
    if (cut === null || (essential.includes(field) && !(WORDS.has(field) && insideList(path)))) {
      return { ok: false, why: raw[field] === undefined ? 'missing' : 'malformed', path: nameOf(path) };
    }
    dropped.push(nameOf(path));
    json = cut;
  }
  return { ok: false, why: 'malformed', path: 'many fields' };
}

/** One object where FHIR has a list means a list of one: `prefix: "Mrs"`. `null`: there is no value. */
function listOfOne(json: JsonObject, path: readonly PropertyKey[]): JsonObject | null {
  const [step, ...rest] = path;
  if (typeof step !== 'string' || json[step] === undefined || json[step] === null) return null;
  return { ...json, [step]: inList(json[step], rest) };
}

function inList(value: unknown, path: readonly PropertyKey[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (Array.isArray(value) && typeof step === 'number') return value.with(step, inList(value[step], rest));
  return isObject(value) && typeof step === 'string'
    ? { ...value, [step]: inList(value[step], rest) }
    : value;
}

function insideList(path: readonly PropertyKey[]): boolean {
  return path.slice(1).some((step) => typeof step === 'number');
}

/** The path in FHIR's words. It holds element names and list positions, never content. */
function nameOf(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : String(step))).join('.');
}

/**
 * A copy without the innermost list item on the path. Without a list on the path, the top-level element goes.
 */
function dropAt(json: JsonObject, path: readonly PropertyKey[]): JsonObject | null {
  const field = path[0];
  if (typeof field !== 'string' || !(field in json)) return null;
  const lastIndex = path.findLastIndex((step) => typeof step === 'number');
  if (lastIndex < 1) return without(json, field);
  return { ...json, [field]: dropElement(json[field], path.slice(1, lastIndex + 1)) };
}

function dropElement(value: unknown, path: readonly PropertyKey[]): unknown {
  const [step, ...rest] = path;
  if (Array.isArray(value) && typeof step === 'number') {
    const list: readonly unknown[] = value;
    return rest.length === 0 ? list.toSpliced(step, 1) : list.with(step, dropElement(list[step], rest));
  }
  if (isObject(value) && typeof step === 'string') {
    return { ...value, [step]: dropElement(value[step], rest) };
  }
  return value;
}

function without(json: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== field));
}
