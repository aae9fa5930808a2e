import * as z from 'zod/mini';
import { annotations, base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

export const list = defineResource({
  subject: 'subject',
  essential: ['emptyReason'],
  schema: z.object({
    ...base,
    note: z.optional(annotations),
    status: z.enum(['current', 'retired', 'entered-in-error']),
    title: z.optional(z.string()),
    date: z.optional(z.string()),
    code: z.optional(concept),
    emptyReason: z.optional(concept),
    subject: z.optional(reference),
    source: z.optional(reference),
    entry: z.optional(z.array(z.unknown())),
  }),
  harmless: {
    mode: 'Says how the list is kept.',
    orderedBy: 'Says how the list is sorted.',
    encounter: 'Says on which visit it was made.',
  },
});
