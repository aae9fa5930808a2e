import { base, coding, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const encounter = defineResource({
  type: 'Encounter',
  subject: 'subject',
  essential: ['status', 'subject'],
  schema: z.object({
    ...base,
    status: z.enum([
      'planned',
      'arrived',
      'triaged',
      'in-progress',
      'onleave',
      'finished',
      'cancelled',
      'entered-in-error',
      'unknown',
    ]),
    class: z.optional(coding),
    type: z.optional(z.array(concept)),
    serviceType: z.optional(concept),
    subject: z.optional(reference),
    participant: z.optional(z.array(z.object({ individual: z.optional(reference) }))),
    period: z.optional(period),
    reasonCode: z.optional(z.array(concept)),
    location: z.optional(z.array(z.object({ location: reference }))),
    serviceProvider: z.optional(reference),
  }),
});
