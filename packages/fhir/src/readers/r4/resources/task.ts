import { annotation, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const task = defineResource({
  type: 'Task',
  subject: 'for',
  essential: ['status', 'for'],
  schema: z.object({
    ...base,
    status: z.enum([
      'draft',
      'requested',
      'received',
      'accepted',
      'rejected',
      'ready',
      'cancelled',
      'in-progress',
      'on-hold',
      'failed',
      'completed',
      'entered-in-error',
    ]),
    statusReason: z.optional(concept),
    businessStatus: z.optional(concept),
    intent: text,
    priority: z.optional(z.enum(['routine', 'urgent', 'asap', 'stat'])),
    code: z.optional(concept),
    description: text,
    focus: z.optional(reference),
    for: z.optional(reference),
    authoredOn: text,
    lastModified: text,
    requester: z.optional(reference),
    owner: z.optional(reference),
    reasonCode: z.optional(concept),
    note: z.optional(z.array(annotation)),
    restriction: z.optional(z.object({ period: z.optional(period) })),
    executionPeriod: z.optional(period),
  }),
});
