import * as z from 'zod/mini';
import { annotations, base, concepts, contactPoints, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** The team around the resident. */
export const careTeam = defineResource({
  subject: 'subject',
  // R4 lets a team have no subject. Such a team is nobody's.
  mayNameNobody: true,
  schema: z.object({
    ...base,
    note: z.optional(annotations),
    status: z.optional(z.enum(['proposed', 'active', 'suspended', 'inactive', 'entered-in-error'])),
    name: z.optional(z.string()),
    subject: z.optional(reference),
    period: z.optional(period),
    telecom: z.optional(contactPoints),
    managingOrganization: z.optional(references),
    participant: z.optional(
      z.array(
        z.object({
          role: z.optional(concepts),
          member: z.optional(reference),
          onBehalfOf: z.optional(reference),
          period: z.optional(period),
        }),
      ),
    ),
  }),
  harmless: [
    'category', // Sorts teams; its members are shown.
    'encounter', // Names the visit on which it was made.
  ],
});
