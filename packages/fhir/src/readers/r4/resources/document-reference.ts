import { attachment, base, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from 'zod/mini';

export const documentReference = defineResource({
  subject: 'subject',
  essential: ['docStatus'],
  schema: z.object({
    ...base,
    status: z.enum(['current', 'superseded', 'entered-in-error']),
    docStatus: z.optional(z.enum(['preliminary', 'final', 'amended', 'entered-in-error'])),
    type: z.optional(concept),
    category: z.optional(concepts),
    subject: z.optional(reference),
    custodian: z.optional(reference),
    date: z.optional(z.string()),
    description: z.optional(z.string()),
    author: z.optional(references),
    content: z.optional(z.array(z.object({ attachment }))),
    context: z.optional(z.object({ period: z.optional(period) })),
  }),
});
