import {
  base,
  concept,
  concepts,
  contactPoints,
  extensions,
  humanName,
  humanNames,
  identifier,
  period,
  reference,
  references,
} from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

export const patient = defineResource({
  subject: null,
  essential: ['deceasedBoolean', 'deceasedDateTime', 'active'],
  schema: z.object({
    ...base,
    identifier: z.optional(z.list(identifier)),
    ...z.optionals('active deceasedBoolean', z.boolean),
    name: z.optional(humanNames),
    gender: z.optional(z.code('male female other unknown')),
    ...z.optionals('birthDate deceasedDateTime', z.text),
    contact: z.optional(
      z.list(
        z.object({
          relationship: z.optional(concepts),
          name: z.optional(humanName),
          telecom: z.optional(contactPoints),
          organization: z.optional(reference),
          period: z.optional(period),
          extension: extensions,
        }),
      ),
    ),
    communication: z.optional(
      z.list(z.object({ language: concept, preferred: z.optional(z.boolean), extension: extensions })),
    ),
    generalPractitioner: z.optional(references),
    link: z.optional(z.list(z.object({ other: reference, type: z.optional(z.text) }))),
  }),
});
