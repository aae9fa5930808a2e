import { annotation, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const allergyIntolerance = defineResource({
  type: 'AllergyIntolerance',
  subject: 'patient',
  essential: ['clinicalStatus', 'verificationStatus', 'code', 'patient'],
  schema: z.object({
    ...base,
    clinicalStatus: z.optional(concept),
    verificationStatus: z.optional(concept),
    type: z.optional(z.enum(['allergy', 'intolerance'])),
    category: z.optional(z.array(z.enum(['food', 'medication', 'environment', 'biologic']))),
    criticality: z.optional(z.enum(['low', 'high', 'unable-to-assess'])),
    code: z.optional(concept),
    patient: z.optional(reference),
    onsetDateTime: text,
    onsetPeriod: z.optional(period),
    recordedDate: text,
    recorder: z.optional(reference),
    asserter: z.optional(reference),
    lastOccurrence: text,
    note: z.optional(z.array(annotation)),
    reaction: z.optional(
      z.array(
        z.object({
          substance: z.optional(concept),
          manifestation: z.optional(z.array(concept)),
          description: text,
          severity: z.optional(z.enum(['mild', 'moderate', 'severe'])),
        }),
      ),
    ),
  }),
});
