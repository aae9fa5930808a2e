import { annotations, base, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const allergyIntolerance = defineResource({
  subject: 'patient',
  essential: ['clinicalStatus', 'verificationStatus', 'code'],
  schema: z.object({
    ...base,
    ...z.optionals('clinicalStatus verificationStatus code', concept),
    type: z.optional(z.code('allergy intolerance')),
    category: z.optional(z.list(z.code('food medication environment biologic'))),
    criticality: z.optional(z.code('low high unable-to-assess')),
    ...z.optionals('patient recorder asserter', reference),
    ...z.optionals('onsetDateTime recordedDate lastOccurrence', z.text),
    onsetPeriod: z.optional(period),
    note: z.optional(annotations),
    reaction: z.optional(
      z.list(
        z.object({
          substance: z.optional(concept),
          manifestation: z.optional(concepts),
          description: z.optional(z.text),
          severity: z.optional(z.code('mild moderate severe')),
        }),
      ),
    ),
  }),
});
