import { base, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from 'zod/mini';

export const episodeOfCare = defineResource({
  subject: 'patient',
  schema: z.object({
    ...base,
    status: z.enum(['planned', 'waitlist', 'active', 'onhold', 'finished', 'cancelled', 'entered-in-error']),
    type: z.optional(concepts),
    patient: z.optional(reference),
    managingOrganization: z.optional(reference),
    period: z.optional(period),
  }),
});
