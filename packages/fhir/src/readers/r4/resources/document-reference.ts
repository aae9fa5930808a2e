import { attachment, base, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const documentReference = defineResource({
  subject: 'subject',
  essential: ['docStatus'],
  schema: z.object({
    ...base,
    status: z.code('current superseded entered-in-error'),
    docStatus: z.optional(z.code('preliminary final amended entered-in-error')),
    type: z.optional(concept),
    category: z.optional(concepts),
    ...z.optionals('subject custodian', reference),
    ...z.optionals('date description', z.text),
    author: z.optional(references),
    content: z.optional(z.list(z.object({ attachment }))),
    context: z.optional(z.object({ period: z.optional(period) })),
  }),
});
