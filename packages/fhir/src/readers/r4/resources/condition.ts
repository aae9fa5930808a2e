import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import {
  age,
  annotations,
  base,
  concept,
  concepts,
  period,
  range,
  reference,
  references,
} from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Problems, with frailty, limits of treatment and allergies that are recorded as problems. */
export const condition = defineResource({
  subject: 'subject',
  // A refuted or past problem must never pass for an active one, nor one diagnosis for another.
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
    onsetAge: z.optional(age),
    onsetRange: z.optional(range),
    abatementAge: z.optional(age),
    abatementRange: z.optional(range),
    bodySite: z.optional(concepts),
    stage: z.optional(
      z.array(
        z.object({
          summary: z.optional(concept),
          assessment: z.optional(references),
          type: z.optional(concept),
        }),
      ),
    ),
    evidence: z.optional(z.array(z.object({ code: z.optional(concepts), detail: z.optional(references) }))),
    note: z.optional(annotations),
  }),
  harmless: [
    'encounter', // Names the visit on which it was written; it has its own date.
  ],
  extensions: {
    extension: {
      [EXTENSION.conditionEpisode]: 'each',
      [EXTENSION.problemSignificance]: 'each',
    },
  },
});
