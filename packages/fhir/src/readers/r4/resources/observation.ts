import { annotation, base, concept, period, quantity, range, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

const value = {
  valueQuantity: z.optional(quantity),
  valueCodeableConcept: z.optional(concept),
  valueString: text,
  valueBoolean: z.optional(z.boolean()),
  valueInteger: z.optional(z.number()),
  valueRange: z.optional(range),
  valueDateTime: text,
  dataAbsentReason: z.optional(concept),
};

export const observation = defineResource({
  type: 'Observation',
  subject: 'subject',
  essential: ['status', 'code', 'subject', 'valueQuantity', 'valueInteger'],
  schema: z.object({
    ...base,
    ...value,
    status: z.enum([
      'registered',
      'preliminary',
      'final',
      'amended',
      'corrected',
      'cancelled',
      'entered-in-error',
      'unknown',
    ]),
    category: z.optional(z.array(concept)),
    code: concept,
    subject: z.optional(reference),
    effectiveDateTime: text,
    effectiveInstant: text,
    effectivePeriod: z.optional(period),
    issued: text,
    performer: z.optional(z.array(reference)),
    note: z.optional(z.array(annotation)),
    method: z.optional(concept),
    hasMember: z.optional(z.array(reference)),
    derivedFrom: z.optional(z.array(reference)),
    component: z.optional(z.array(z.object({ code: concept, ...value }))),
  }),
});
