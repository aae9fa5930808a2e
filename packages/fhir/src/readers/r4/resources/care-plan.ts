import * as z from 'zod/mini';
import { annotations, base, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Care plans: for the plan section, and for plans of the last days and of the limits of treatment. */
export const carePlan = defineResource({
  subject: 'subject',
  schema: z.object({
    ...base,
    status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']),
    intent: z.optional(z.string()),
    title: z.optional(z.string()),
    description: z.optional(z.string()),
    created: z.optional(z.string()),
    category: z.optional(concepts),
    subject: z.optional(reference),
    author: z.optional(reference),
    period: z.optional(period),
    replaces: z.optional(references),
    addresses: z.optional(references),
    goal: z.optional(references),
    careTeam: z.optional(references),
    note: z.optional(annotations),
    activity: z.optional(
      z.array(
        z.object({
          reference: z.optional(reference),
          outcomeCodeableConcept: z.optional(concepts),
          detail: z.optional(
            z.object({
              code: z.optional(concept),
              status: z.optional(z.string()),
              scheduledString: z.optional(z.string()),
              description: z.optional(z.string()),
              doNotPerform: z.optional(z.boolean()),
              scheduledPeriod: z.optional(period),
              performer: z.optional(references),
            }),
          ),
        }),
      ),
    ),
  }),
  harmless: [
    'basedOn', // Names the plan or the order that it carries out.
    'partOf', // Names a larger plan.
    'contributor', // Its author is shown.
    'encounter', // Names the visit on which it was written; it has its own date.
    'instantiatesCanonical', // Names a protocol for machines.
    'instantiatesUri', // Names a protocol for machines.
    'activity.detail.kind', // Sorts actions; the words of the action are shown.
  ],
});
