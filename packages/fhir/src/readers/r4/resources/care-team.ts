import { base, concept, contactPoint, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const careTeam = defineResource({
  type: 'CareTeam',
  subject: 'subject',
  essential: ['status', 'subject'],
  schema: z.object({
    ...base,
    status: z.optional(z.enum(['proposed', 'active', 'suspended', 'inactive', 'entered-in-error'])),
    name: z.optional(z.string()),
    subject: z.optional(reference),
    period: z.optional(period),
    telecom: z.optional(z.array(contactPoint)),
    managingOrganization: z.optional(z.array(reference)),
    participant: z.optional(
      z.array(
        z.object({
          role: z.optional(z.array(concept)),
          member: z.optional(reference),
          onBehalfOf: z.optional(reference),
          period: z.optional(period),
        }),
      ),
    ),
  }),
});
