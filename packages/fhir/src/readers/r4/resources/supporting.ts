import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import { base, concept, extensions, ratio, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** A medicine that other records refer to, with its form, ingredients and strength. */
export const medication = defineResource({
  subject: null,
  // A medicine whose code cannot be read is not safe to name.
  essential: ['code'],
  schema: z.object({
    ...base,
    status: z.optional(z.enum(['active', 'inactive', 'entered-in-error'])),
    code: z.optional(concept),
    form: z.optional(concept),
    ingredient: z.optional(
      z.array(
        z.object({
          itemCodeableConcept: z.optional(concept),
          itemReference: z.optional(reference),
          isActive: z.optional(z.boolean()),
          strength: z.optional(ratio),
          extension: extensions,
        }),
      ),
    ),
  }),
  harmless: [
    'manufacturer', // Says who made it.
    'batch', // Names the box it came from.
  ],
  extensions: {
    extension: { [EXTENSION.medicationTradeFamily]: 'each' },
    'code.extension': { [EXTENSION.medicationTradeFamily]: 'each' },
  },
});
