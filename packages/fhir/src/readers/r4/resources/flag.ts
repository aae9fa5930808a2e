import { base, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const flag = defineResource({
  subject: 'subject',
  essential: ['code'],
  schema: z.object({
    ...base,
    status: z.code('active inactive entered-in-error'),
    category: z.optional(concepts),
    code: concept,
    ...z.optionals('subject author', reference),
    period: z.optional(period),
  }),
});
