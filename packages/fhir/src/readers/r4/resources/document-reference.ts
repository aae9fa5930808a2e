import { attachment, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const documentReference = defineResource({
  type: 'DocumentReference',
  subject: 'subject',
  essential: ['status', 'docStatus', 'subject'],
  schema: z.object({
    ...base,
    status: z.enum(['current', 'superseded', 'entered-in-error']),
    docStatus: z.optional(z.enum(['preliminary', 'final', 'amended', 'entered-in-error'])),
    type: z.optional(concept),
    category: z.optional(z.array(concept)),
    subject: z.optional(reference),
    date: text,
    author: z.optional(z.array(reference)),
    custodian: z.optional(reference),
    description: text,
    content: z.optional(z.array(z.object({ attachment }))),
    context: z.optional(z.object({ period: z.optional(period) })),
  }),
});
