import {
  base,
  concept,
  contactPoint,
  extensions,
  humanName,
  identifier,
  period,
  reference,
} from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

export const patient = defineResource({
  type: 'Patient',
  subject: null,
  essential: ['deceasedBoolean', 'deceasedDateTime', 'active'],
  schema: z.object({
    ...base,
    identifier: z.optional(z.array(identifier)),
    active: z.optional(z.boolean()),
    name: z.optional(z.array(humanName)),
    gender: z.optional(z.enum(['male', 'female', 'other', 'unknown'])),
    birthDate: text,
    deceasedBoolean: z.optional(z.boolean()),
    deceasedDateTime: text,
    contact: z.optional(
      z.array(
        z.object({
          relationship: z.optional(z.array(concept)),
          name: z.optional(humanName),
          telecom: z.optional(z.array(contactPoint)),
          organization: z.optional(reference),
          period: z.optional(period),
          extension: extensions,
        }),
      ),
    ),
    communication: z.optional(
      z.array(z.object({ language: concept, preferred: z.optional(z.boolean()), extension: extensions })),
    ),
    generalPractitioner: z.optional(z.array(reference)),
    link: z.optional(z.array(z.object({ other: reference, type: text }))),
  }),
});
