import * as z from 'zod/mini';
import { base, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

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
  harmless: {
    statusHistory: 'What it was before; what it is now is shown.',
    diagnosis: 'Problems have a section of their own.',
    referralRequest: 'Says who asked for it.',
    team: 'The team has a section of its own.',
    account: 'Says who pays.',
  },
});
