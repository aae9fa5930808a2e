import * as z from 'zod/mini';
import { base, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

export const flag = defineResource({
  subject: 'subject',
  essential: ['code'],
  schema: z.object({
    ...base,
    status: z.enum(['active', 'inactive', 'entered-in-error']),
    category: z.optional(concepts),
    code: concept,
    subject: z.optional(reference),
    author: z.optional(reference),
    period: z.optional(period),
  }),
  harmless: [
    'encounter', // Says on which visit it was raised; it has its own date.
  ],
});
