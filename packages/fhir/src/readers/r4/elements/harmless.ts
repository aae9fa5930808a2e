import type * as z from 'zod/mini';

/**
 * Paths of elements that cannot change the meaning of a resource. They are reviewed, and never listed for
 * convenience. Each has its reason in a one-line comment, beside it or above it (`harmless.test.ts`).
 */
export type Harmless = readonly string[];

/** Elements that are harmless at every place in every resource. */
export const HARMLESS_EVERYWHERE: Harmless = [
  'resourceType', // Says which schema reads it.
  'identifier', // Numbers the record for machines; people know it by its words.
  'id', // Names the element for references within the record.
  'language', // Says in which language the texts are written, which they show.
];

const BY_DATATYPE = new WeakMap<z.core.$ZodType, Harmless>();

/** Records the harmless elements of a data type for its schema. */
export function withHarmless<S extends z.core.$ZodType>(schema: S, harmless: Harmless): S {
  BY_DATATYPE.set(schema, harmless);
  return schema;
}

/** The harmless elements of a data type; none, where its schema has no list. */
export function harmlessOf(schema: z.core.$ZodType): Harmless {
  return BY_DATATYPE.get(schema) ?? [];
}
