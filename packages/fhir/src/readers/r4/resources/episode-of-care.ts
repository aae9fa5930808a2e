import * as z from 'zod/mini';
import { base, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Stays in the home, and episodes under other services. */
export const episodeOfCare = defineResource({
  subject: 'patient',
  schema: z.object({
    ...base,
    status: z.enum(['planned', 'waitlist', 'active', 'onhold', 'finished', 'cancelled', 'entered-in-error']),
    type: z.optional(concepts),
    patient: z.optional(reference),
    managingOrganization: z.optional(reference),
    period: z.optional(period),
    team: z.optional(references),
    diagnosis: z.optional(z.array(z.object({ condition: z.optional(reference) }))),
  }),
  harmless: [
    'statusHistory', // An earlier state; the current one is shown.
    'diagnosis.role', // Sorts the problems of the stay; the problem is named.
    'diagnosis.rank', // Sorts the problems of the stay; the problem is named.
    'referralRequest', // Says who asked for it.
    'account', // Says who pays.
  ],
});
