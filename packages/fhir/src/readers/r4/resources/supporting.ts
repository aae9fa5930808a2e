import {
  base,
  concept,
  concepts,
  contactPoints,
  extensions,
  humanNames,
  identifier,
  reference,
} from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

/** Records that give names and places to the others. */
export const medication = defineResource({
  subject: null,
  essential: ['code'],
  schema: z.object({
    ...base,
    status: z.optional(z.code('active inactive entered-in-error')),
    ...z.optionals('code form', concept),
    ingredient: z.optional(
      z.list(
        z.object({
          itemCodeableConcept: z.optional(concept),
          itemReference: z.optional(reference),
          extension: extensions,
        }),
      ),
    ),
  }),
});

export const practitioner = defineResource({
  subject: null,
  schema: z.object({
    ...base,
    name: z.optional(humanNames),
    telecom: z.optional(contactPoints),
  }),
});

export const practitionerRole = defineResource({
  subject: null,
  schema: z.object({
    ...base,
    ...z.optionals('practitioner organization', reference),
    code: z.optional(concepts),
    telecom: z.optional(contactPoints),
  }),
});

export const organization = defineResource({
  subject: null,
  schema: z.object({
    ...base,
    identifier: z.optional(z.list(identifier)),
    name: z.optional(z.text),
    type: z.optional(concepts),
    telecom: z.optional(contactPoints),
  }),
});

export const location = defineResource({
  subject: null,
  schema: z.object({
    ...base,
    name: z.optional(z.text),
    type: z.optional(concepts),
    physicalType: z.optional(concept),
    ...z.optionals('partOf managingOrganization', reference),
  }),
});

export const device = defineResource({
  subject: null,
  schema: z.object({ ...base, deviceName: z.optional(z.list(z.object({ name: z.text }))) }),
});
