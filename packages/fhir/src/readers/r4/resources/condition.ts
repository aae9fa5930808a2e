import { annotations, base, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const condition = defineResource({
  subject: 'subject',
  essential: ['clinicalStatus', 'verificationStatus', 'code'],
  schema: z.object({
    ...base,
    ...z.optionals('clinicalStatus verificationStatus severity code', concept),
    category: z.optional(concepts),
    ...z.optionals('subject recorder asserter', reference),
    ...z.optionals('onsetDateTime onsetString abatementDateTime abatementString recordedDate', z.text),
    ...z.optionals('onsetPeriod abatementPeriod', period),
    abatementAge: z.optional(z.anything),
    note: z.optional(annotations),
  }),
});
