import { base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const list = defineResource({
  type: 'List',
  subject: 'subject',
  essential: ['status', 'emptyReason', 'subject'],
  schema: z.object({
    ...base,
    status: z.enum(['current', 'retired', 'entered-in-error']),
    title: z.optional(z.string()),
    code: z.optional(concept),
    subject: z.optional(reference),
    date: z.optional(z.string()),
    source: z.optional(reference),
    emptyReason: z.optional(concept),
    entry: z.optional(z.array(z.unknown())),
  }),
});
