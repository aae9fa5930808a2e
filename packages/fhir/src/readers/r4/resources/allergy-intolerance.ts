import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import { age, annotations, base, concept, concepts, period, range, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Allergies, and statements that there are none. */
export const allergyIntolerance = defineResource({
  subject: 'patient',
  // A refuted or past allergy must never pass for an active one, nor one substance for another.
  essential: ['clinicalStatus', 'verificationStatus', 'code'],
  schema: z.object({
    ...base,
    clinicalStatus: z.optional(concept),
    verificationStatus: z.optional(concept),
    code: z.optional(concept),
    type: z.optional(z.enum(['allergy', 'intolerance'])),
    category: z.optional(z.array(z.enum(['food', 'medication', 'environment', 'biologic']))),
    criticality: z.optional(z.enum(['low', 'high', 'unable-to-assess'])),
    patient: z.optional(reference),
    recorder: z.optional(reference),
    asserter: z.optional(reference),
    onsetDateTime: z.optional(z.string()),
    recordedDate: z.optional(z.string()),
    lastOccurrence: z.optional(z.string()),
    onsetPeriod: z.optional(period),
    onsetAge: z.optional(age),
    onsetRange: z.optional(range),
    onsetString: z.optional(z.string()),
    note: z.optional(annotations),
    reaction: z.optional(
      z.array(
        z.object({
          substance: z.optional(concept),
          manifestation: z.optional(concepts),
          description: z.optional(z.string()),
          onset: z.optional(z.string()),
          exposureRoute: z.optional(concept),
          note: z.optional(annotations),
          severity: z.optional(z.enum(['mild', 'moderate', 'severe'])),
        }),
      ),
    ),
  }),
  harmless: [
    'encounter', // Names the visit on which it was written; it has its own date.
  ],
  extensions: {
    extension: { [EXTENSION.allergyEnd]: ['endDate', 'reasonEnded'] },
    'clinicalStatus.extension': { [EXTENSION.allergyEnd]: ['endDate', 'reasonEnded'] },
  },
});
