import * as z from 'zod/mini';
import { base, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Alerts, and flags about the limits of treatment. */
export const flag = defineResource({
  subject: 'subject',
  // A flag whose code cannot be read says nothing safe.
  essential: ['code'],
  schema: z.object({
    ...base,
    status: z.enum(['active', 'inactive', 'entered-in-error']),
    category: z.optional(concepts),
    code: concept,
    subject: z.optional(reference),
    author: z.optional(reference),
    period: z.optional(period),
    encounter: z.optional(reference),
  }),
});
