import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import { annotations, base, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Requests, read for orders about the limits of treatment, and for activities of a care plan. */
export const serviceRequest = defineResource({
  subject: 'subject',
  // These elements tell an order from its opposite.
  essential: ['doNotPerform', 'intent', 'code'],
  schema: z.object({
    ...base,
    note: z.optional(annotations),
    status: z.optional(z.string()),
    intent: z.optional(z.string()),
    category: z.optional(concepts),
    doNotPerform: z.optional(z.boolean()),
    code: z.optional(concept),
    orderDetail: z.optional(concepts),
    subject: z.optional(reference),
    occurrenceDateTime: z.optional(z.string()),
    occurrencePeriod: z.optional(period),
    authoredOn: z.optional(z.string()),
    requester: z.optional(reference),
  }),
  harmless: [
    'encounter', // Names the visit on which it was written.
    'requisition', // Numbers what was ordered together.
    'insurance', // Says who pays.
    'relevantHistory', // Lists what was done with the record.
    'instantiatesCanonical', // Names a protocol for machines.
    'instantiatesUri', // Names a protocol for machines.
  ],
  extensions: {
    extension: { [EXTENSION.trialPeriod]: 'each' },
  },
});
