import { base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const episodeOfCare = defineResource({
  type: 'EpisodeOfCare',
  subject: 'patient',
  essential: ['status', 'patient'],
  schema: z.object({
    ...base,
    status: z.enum(['planned', 'waitlist', 'active', 'onhold', 'finished', 'cancelled', 'entered-in-error']),
    type: z.optional(z.array(concept)),
    patient: z.optional(reference),
    managingOrganization: z.optional(reference),
    period: z.optional(period),
  }),
});
