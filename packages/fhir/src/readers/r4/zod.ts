import {
  $constructor,
  type $InferObjectOutput,
  type $strip,
  type $ZodLooseShape,
  type $ZodOptional,
  type $ZodType,
  type $ZodTypeDef,
  type ParsePayload,
  type SomeType,
  type output,
} from 'zod/v4/core';
import { isObject } from '../../entry.ts';

/**
 * The kinds of schema that FHIR needs, on zod's constructor and its parse protocol. Its ready-made kinds bring checks,
 * patterns, messages and an asynchronous way that a worker would load and never use. None of these compiles code, which an
 * extension's policy refuses and reports.
 */
export type Schema<T = unknown> = $ZodType<T>;
export type Optional<S extends SomeType> = $ZodOptional<S>;
export type ObjectOf<Shape extends $ZodLooseShape> = Schema<$InferObjectOutput<Shape, $strip['out']>>;
export type { output as infer, $ZodLooseShape as Shape } from 'zod/v4/core';

type Parse = Schema['_zod']['parse'];

const Kind = /* @__PURE__ */ $constructor<$ZodType, $ZodTypeDef & { readonly parse: Parse }>(
  'FhirKind',
  (schema, definition) => {
    const { _zod: internals } = schema;
    internals.def = definition;
    internals.parse = definition.parse;
    // Without checks there is nothing to run but the parse (as zod's own kinds do).
    internals.run = definition.parse;
  },
);

/** What it reads is for the caller to say: a schema's type is not in its code. */
function kind(parse: Parse): Schema {
  return new Kind({ type: 'custom', parse });
}

/** A value that is taken as it is, or refused. */
function leaf<T>(accepts: (value: unknown) => value is T): Schema<T> {
  return kind((payload) => (accepts(payload.value) ? payload : refused(payload))) as Schema<T>;
}

function refused(payload: ParsePayload): ParsePayload {
  payload.issues.push({ code: 'custom', input: payload.value });
  return payload;
}

export const text = leaf((value) => typeof value === 'string');
export const number = leaf((value): value is number => Number.isFinite(value));
export const boolean = leaf((value) => typeof value === 'boolean');
export const anything = leaf((_value): _value is unknown => true);

/** A string of a list in which a `null` keeps the place of what stands beside it (FHIR R4, JSON representation). */
export const textOrNull = leaf((value) => value === null || typeof value === 'string');

type Names<S extends string> = S extends `${infer First} ${infer Rest}` ? First | Names<Rest> : S;

/** One of the codes, given with a space between. FHIR codes hold none. */
export function code<const Codes extends string>(codes: Codes): Schema<Names<Codes>> {
  const known = codes.split(' ');
  return leaf((value): value is Names<Codes> => typeof value === 'string' && known.includes(value));
}

export function list<T>(element: Schema<T>): Schema<T[]> {
  return kind((payload) => {
    if (!Array.isArray(payload.value)) return refused(payload);
    payload.value = payload.value.map((item: unknown, place) => inside(payload, place, element, item));
    return payload;
  }) as Schema<T[]>;
}

/** The part of an object that is read. What else it holds is left out. */
export function object<Shape extends $ZodLooseShape>(shape: Shape): ObjectOf<Shape> {
  let fields: readonly [string, Schema][] | undefined;
  return kind((payload) => {
    const { value } = payload;
    if (!isObject(value)) return refused(payload);
    // Not before the first reading: a field may be of a kind that is declared further down.
    fields ??= Object.entries<Schema>(shape);
    const read = fields.map(([name, field]) => [name, inside(payload, name, field, value[name])] as const);
    payload.value = Object.fromEntries(read.filter(([, found]) => found !== undefined));
    return payload;
  }) as ObjectOf<Shape>;
}

function inside(payload: ParsePayload, step: PropertyKey, schema: Schema, input: unknown): unknown {
  const found = run(schema, input);
  for (const issue of found.issues) payload.issues.push({ ...issue, path: [step, ...(issue.path ?? [])] });
  return found.value;
}

function run(schema: Schema, input: unknown): ParsePayload {
  const { _zod: internals } = schema;
  // None of the kinds here is asynchronous.
  return internals.run({ value: input, issues: [] }, { async: false }) as ParsePayload;
}

export function optional<S extends Schema>(inner: S): Optional<S> {
  return kind((payload) =>
    payload.value === undefined ? payload : run(inner, payload.value),
  ) as Optional<S>;
}

/** Fields of one kind, named with a space between, each of which may be absent. */
export function optionals<const S extends string, T extends Schema>(
  names: S,
  schema: T,
): { readonly [N in Names<S>]: Optional<T> } {
  const fields = names.split(' ').map((name) => [name, optional(schema)]);
  return Object.fromEntries(fields) as { readonly [N in Names<S>]: Optional<T> };
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  /** Where it is first not what the schema says. */
  | { readonly ok: false; readonly path: readonly PropertyKey[] };

export function read<S extends Schema>(schema: S, input: unknown): Read<output<S>> {
  const { value, issues } = run(schema, input);
  const [first] = issues;
  return first === undefined
    ? { ok: true, value: value as output<S> }
    : { ok: false, path: first.path ?? [] };
}
