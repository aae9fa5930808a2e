import { annotations, base, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { timing } from '../dosage.ts';
import * as z from '../zod.ts';

export const carePlan = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    status: z.code('draft active on-hold revoked completed entered-in-error unknown'),
    ...z.optionals('intent title description created', z.text),
    category: z.optional(concepts),
    ...z.optionals('subject author', reference),
    period: z.optional(period),
    replaces: z.optional(references),
    note: z.optional(annotations),
    activity: z.optional(
      z.list(
        z.object({
          reference: z.optional(reference),
          detail: z.optional(
            z.object({
              code: z.optional(concept),
              ...z.optionals('status scheduledString description', z.text),
              doNotPerform: z.optional(z.boolean),
              scheduledTiming: z.optional(timing),
              scheduledPeriod: z.optional(period),
              performer: z.optional(references),
            }),
          ),
        }),
      ),
    ),
  }),
});
