import {
  $constructor,
  $ZodArray,
  $ZodObject,
  $ZodType,
  type $strip,
  type $ZodLooseShape,
  type $ZodOptional,
  type $ZodTypeDef,
  type output,
  type ParsePayload,
  type SomeType,
} from 'zod/v4/core';

/**
 * The kinds of schema that FHIR needs, on zod's core. Its ready-made kinds bring patterns, messages and an asynchronous way
 * that a worker would load and never use. None of these compiles code, which an extension's policy refuses and reports.
 */
export type Schema<T = unknown> = $ZodType<T>;
export type List<S extends SomeType> = $ZodArray<S>;
export type Optional<S extends SomeType> = $ZodOptional<S>;
export type ObjectOf<Shape extends $ZodLooseShape> = $ZodObject<Shape, $strip>;
export type { output as infer, $ZodLooseShape as Shape } from 'zod/v4/core';

interface LeafDefinition extends $ZodTypeDef {
  readonly accepts: (value: unknown) => boolean;
}

/** A value that is taken as it is, or refused. */
const Leaf = /* @__PURE__ */ $constructor<$ZodType, LeafDefinition>('Leaf', (leaf, definition) => {
  $ZodType.init(leaf, definition);
  const { _zod: internals } = leaf;
  internals.parse = (payload) => {
    const { value: input } = payload;
    if (!definition.accepts(input)) payload.issues.push({ code: 'custom', input, inst: leaf });
    return payload;
  };
});

interface MaybeDefinition extends $ZodTypeDef {
  readonly inner: SomeType;
}

const Maybe = /* @__PURE__ */ $constructor<$ZodType, MaybeDefinition>('Maybe', (maybe, definition) => {
  $ZodType.init(maybe, definition);
  const { _zod: internals } = maybe;
  const { _zod: inner } = definition.inner;
  Object.assign(internals, { optin: 'optional', optout: 'optional' });
  internals.parse = (payload, context) =>
    payload.value === undefined ? payload : inner.run(payload, context);
});

function leaf<T>(accepts: (value: unknown) => value is T): Schema<T> {
  return new Leaf({ type: 'custom', accepts }) as Schema<T>;
}

export const text = leaf((value) => typeof value === 'string');
export const number = leaf((value): value is number => Number.isFinite(value));
export const boolean = leaf((value) => typeof value === 'boolean');
export const anything = leaf((_value): _value is unknown => true);

/** A string of a list in which a `null` keeps the place of what stands beside it (FHIR R4, JSON representation). */
export const textOrNull = leaf((value) => value === null || typeof value === 'string');

/** One of the codes, given with a space between. FHIR codes hold none. */
export function code<const Codes extends string>(codes: Codes): Schema<Names<Codes>> {
  const known = codes.split(' ');
  return leaf((value): value is Names<Codes> => typeof value === 'string' && known.includes(value));
}

export function list<S extends Schema>(element: S): List<S> {
  return new $ZodArray({ type: 'array', element }) as List<S>;
}

export function object<Shape extends $ZodLooseShape>(shape: Shape): ObjectOf<Shape> {
  return new $ZodObject({ type: 'object', shape }) as ObjectOf<Shape>;
}

export function optional<S extends SomeType>(inner: S): Optional<S> {
  return new Maybe({ type: 'optional', inner }) as Optional<S>;
}

type Names<S extends string> = S extends `${infer First} ${infer Rest}` ? First | Names<Rest> : S;

/** Fields of one kind, named with a space between, each of which may be absent. */
export function optionals<const S extends string, T extends Schema>(
  names: S,
  kind: T,
): { readonly [N in Names<S>]: Optional<T> } {
  const fields = names.split(' ').map((name) => [name, optional(kind)]);
  return Object.fromEntries(fields) as { readonly [N in Names<S>]: Optional<T> };
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  /** Where it is first not what the schema says. */
  | { readonly ok: false; readonly path: readonly PropertyKey[] };

export function read<S extends Schema>(schema: S, input: unknown): Read<output<S>> {
  // None of the kinds above is asynchronous.
  const { _zod: internals } = schema;
  const result = internals.run({ value: input, issues: [] }, { async: false });
  const { value, issues } = result as ParsePayload<output<S>>;
  const [first] = issues;
  return first === undefined ? { ok: true, value } : { ok: false, path: first.path ?? [] };
}
