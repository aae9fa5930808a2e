import { base, coding, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from 'zod/mini';

export const encounter = defineResource({
  subject: 'subject',
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
    type: z.optional(concepts),
    reasonCode: z.optional(concepts),
    serviceType: z.optional(concept),
    subject: z.optional(reference),
    serviceProvider: z.optional(reference),
    participant: z.optional(z.array(z.object({ individual: z.optional(reference) }))),
    period: z.optional(period),
    location: z.optional(z.array(z.object({ location: reference }))),
  }),
});
