import * as z from 'zod/mini';
import { annotations, base, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

export const condition = defineResource({
  subject: 'subject',
  essential: ['clinicalStatus', 'verificationStatus', 'code'],
  schema: z.object({
    ...base,
    clinicalStatus: z.optional(concept),
    verificationStatus: z.optional(concept),
    severity: z.optional(concept),
    code: z.optional(concept),
    category: z.optional(concepts),
    subject: z.optional(reference),
    recorder: z.optional(reference),
    asserter: z.optional(reference),
    onsetDateTime: z.optional(z.string()),
    onsetString: z.optional(z.string()),
    abatementDateTime: z.optional(z.string()),
    abatementString: z.optional(z.string()),
    recordedDate: z.optional(z.string()),
    onsetPeriod: z.optional(period),
    abatementPeriod: z.optional(period),
    abatementAge: z.optional(z.unknown()),
    note: z.optional(annotations),
  }),
  harmless: {
    encounter: 'Says on which visit it was written; it has its own date.',
  },
});
