import { base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from 'zod/mini';

export const list = defineResource({
  subject: 'subject',
  essential: ['emptyReason'],
  schema: z.object({
    ...base,
    status: z.enum(['current', 'retired', 'entered-in-error']),
    title: z.optional(z.string()),
    date: z.optional(z.string()),
    code: z.optional(concept),
    emptyReason: z.optional(concept),
    subject: z.optional(reference),
    source: z.optional(reference),
    entry: z.optional(z.array(z.unknown())),
  }),
});
