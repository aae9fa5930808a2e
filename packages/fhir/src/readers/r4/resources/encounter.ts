import { base, coding, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const encounter = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    status: z.code('planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown'),
    class: z.optional(coding),
    ...z.optionals('type reasonCode', concepts),
    serviceType: z.optional(concept),
    ...z.optionals('subject serviceProvider', reference),
    participant: z.optional(z.list(z.object({ individual: z.optional(reference) }))),
    period: z.optional(period),
    location: z.optional(z.list(z.object({ location: reference }))),
  }),
});
