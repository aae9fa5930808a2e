import { annotation, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const condition = defineResource({
  type: 'Condition',
  subject: 'subject',
  essential: ['clinicalStatus', 'verificationStatus', 'code', 'subject'],
  schema: z.object({
    ...base,
    clinicalStatus: z.optional(concept),
    verificationStatus: z.optional(concept),
    category: z.optional(z.array(concept)),
    severity: z.optional(concept),
    code: z.optional(concept),
    subject: z.optional(reference),
    onsetDateTime: text,
    onsetPeriod: z.optional(period),
    onsetString: text,
    abatementDateTime: text,
    abatementPeriod: z.optional(period),
    abatementString: text,
    abatementAge: z.optional(z.unknown()),
    recordedDate: text,
    recorder: z.optional(reference),
    asserter: z.optional(reference),
    note: z.optional(z.array(annotation)),
  }),
});
