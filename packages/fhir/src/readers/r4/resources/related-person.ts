import * as z from 'zod/mini';
import { base, concepts, contactPoints, humanNames, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

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
  harmless: [
    'gender', // Says nothing of whom to ring.
    'birthDate', // Says nothing of whom to ring.
    'photo', // A picture changes no words.
    'address', // The card rings people; it writes to nobody.
    'name.suffix', // Letters after the name of a contact.
  ],
});
