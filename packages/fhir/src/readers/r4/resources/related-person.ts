import * as z from 'zod/mini';
import { base, concepts, contactPoints, humanNames, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Family, carers, attorneys and other contacts. */
export const relatedPerson = defineResource({
  subject: 'patient',
  // A contact who is no longer active must not be telephoned, nor decide for the resident.
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
    'gender', // Says nothing about whom to ring.
    'birthDate', // Says nothing about whom to ring.
    'photo', // A picture changes no words.
    'address', // The people section is for telephone calls, not for letters.
    'name.suffix', // Letters after the name of a contact.
  ],
});
