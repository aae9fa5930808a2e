import { annotations, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const task = defineResource({
  subject: 'for',
  schema: z.object({
    ...base,
    status: z.code(
      'draft requested received accepted rejected ready cancelled in-progress on-hold failed completed entered-in-error',
    ),
    ...z.optionals('statusReason businessStatus code reasonCode', concept),
    ...z.optionals('intent description authoredOn lastModified', z.text),
    priority: z.optional(z.code('routine urgent asap stat')),
    ...z.optionals('focus for requester owner', reference),
    note: z.optional(annotations),
    restriction: z.optional(z.object({ period: z.optional(period) })),
    executionPeriod: z.optional(period),
  }),
});
