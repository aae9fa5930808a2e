import { base, concepts, contactPoints, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const careTeam = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    status: z.optional(z.code('proposed active suspended inactive entered-in-error')),
    name: z.optional(z.text),
    subject: z.optional(reference),
    period: z.optional(period),
    telecom: z.optional(contactPoints),
    managingOrganization: z.optional(references),
    participant: z.optional(
      z.list(
        z.object({
          role: z.optional(concepts),
          ...z.optionals('member onBehalfOf', reference),
          period: z.optional(period),
        }),
      ),
    ),
  }),
});
