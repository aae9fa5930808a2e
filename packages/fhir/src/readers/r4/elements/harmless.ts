import type * as z from 'zod/mini';

/**
 * Elements that cannot change what a resource means, by their path. Reviewed, and never a convenience: each has its reason in a
 * comment of one line, beside it or above it (`harmless.test.ts`). No reader needs the reasons, so none is loaded.
 */
export type Harmless = readonly string[];

/** Of every element and every resource. */
export const HARMLESS_EVERYWHERE: Harmless = [
  'resourceType', // Says which schema reads it.
  'identifier', // Numbers the record for machines; people know it by its words.
  'id', // Names the element for references within the record.
  'language', // Says in which language the texts are written, which they show.
];

const BY_DATATYPE = new WeakMap<z.core.$ZodType, Harmless>();

/** Keeps the harmless elements of a data type beside its schema. */
export function withHarmless<S extends z.core.$ZodType>(schema: S, harmless: Harmless): S {
  BY_DATATYPE.set(schema, harmless);
  return schema;
}

export function harmlessOf(schema: z.core.$ZodType): Harmless {
  return BY_DATATYPE.get(schema) ?? [];
}
