import * as z from 'zod/mini';
import { annotations, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Actions for the resident, open or done. */
export const task = defineResource({
  subject: 'for',
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
    code: z.optional(concept),
    reasonCode: z.optional(concept),
    intent: z.optional(z.string()),
    description: z.optional(z.string()),
    authoredOn: z.optional(z.string()),
    lastModified: z.optional(z.string()),
    priority: z.optional(z.enum(['routine', 'urgent', 'asap', 'stat'])),
    focus: z.optional(reference),
    for: z.optional(reference),
    requester: z.optional(reference),
    owner: z.optional(reference),
    note: z.optional(annotations),
    restriction: z.optional(z.object({ period: z.optional(period) })),
    executionPeriod: z.optional(period),
  }),
  harmless: [
    'encounter', // Names the visit on which it was written; it has its own date.
    'groupIdentifier', // Numbers what was ordered together.
    'relevantHistory', // Lists what was done with the record.
    'instantiatesCanonical', // Names a protocol for machines.
    'instantiatesUri', // Names a protocol for machines.
    'insurance', // Says who pays.
  ],
});
