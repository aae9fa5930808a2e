import { base, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const episodeOfCare = defineResource({
  subject: 'patient',
  schema: z.object({
    ...base,
    status: z.code('planned waitlist active onhold finished cancelled entered-in-error'),
    type: z.optional(concepts),
    ...z.optionals('patient managingOrganization', reference),
    period: z.optional(period),
  }),
});
