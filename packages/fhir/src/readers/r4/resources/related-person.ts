import { base, concept, contactPoint, humanName, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const relatedPerson = defineResource({
  type: 'RelatedPerson',
  subject: 'patient',
  essential: ['patient', 'active'],
  schema: z.object({
    ...base,
    active: z.optional(z.boolean()),
    patient: z.optional(reference),
    relationship: z.optional(z.array(concept)),
    name: z.optional(z.array(humanName)),
    telecom: z.optional(z.array(contactPoint)),
    period: z.optional(period),
  }),
});
