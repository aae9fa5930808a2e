import { base, concepts, contactPoints, humanNames, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from 'zod/mini';

export const relatedPerson = defineResource({
  subject: 'patient',
  essential: ['active'],
  schema: z.object({
    ...base,
    active: z.optional(z.boolean()),
    patient: z.optional(reference),
    relationship: z.optional(concepts),
    name: z.optional(humanNames),
    telecom: z.optional(contactPoints),
    period: z.optional(period),
  }),
});
