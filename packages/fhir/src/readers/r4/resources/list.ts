import { base, concept, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const list = defineResource({
  subject: 'subject',
  essential: ['emptyReason'],
  schema: z.object({
    ...base,
    status: z.code('current retired entered-in-error'),
    ...z.optionals('title date', z.text),
    ...z.optionals('code emptyReason', concept),
    ...z.optionals('subject source', reference),
    entry: z.optional(z.list(z.anything)),
  }),
});
