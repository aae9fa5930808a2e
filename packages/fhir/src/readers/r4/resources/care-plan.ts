import { annotation, base, concept, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { timing } from '../dosage.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const carePlan = defineResource({
  type: 'CarePlan',
  subject: 'subject',
  essential: ['status', 'subject'],
  schema: z.object({
    ...base,
    status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']),
    intent: text,
    category: z.optional(z.array(concept)),
    title: text,
    description: text,
    subject: z.optional(reference),
    period: z.optional(period),
    created: text,
    author: z.optional(reference),
    replaces: z.optional(z.array(reference)),
    note: z.optional(z.array(annotation)),
    activity: z.optional(
      z.array(
        z.object({
          reference: z.optional(reference),
          detail: z.optional(
            z.object({
              code: z.optional(concept),
              status: text,
              doNotPerform: z.optional(z.boolean()),
              scheduledTiming: z.optional(timing),
              scheduledPeriod: z.optional(period),
              scheduledString: text,
              performer: z.optional(z.array(reference)),
              description: text,
            }),
          ),
        }),
      ),
    ),
  }),
});
