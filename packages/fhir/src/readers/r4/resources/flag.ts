import { base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const flag = defineResource({
  type: 'Flag',
  subject: 'subject',
  essential: ['status', 'code', 'subject'],
  schema: z.object({
    ...base,
    status: z.enum(['active', 'inactive', 'entered-in-error']),
    category: z.optional(z.array(concept)),
    code: concept,
    subject: z.optional(reference),
    period: z.optional(period),
    author: z.optional(reference),
  }),
});
