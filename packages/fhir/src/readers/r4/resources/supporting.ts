import { base, concept, contactPoint, extensions, humanName, identifier, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import * as z from '../zod.ts';

const text = z.optional(z.string());

/** Records that give names and places to the others. */
export const medication = defineResource({
  type: 'Medication',
  subject: null,
  essential: ['code', 'status'],
  schema: z.object({
    ...base,
    status: z.optional(z.enum(['active', 'inactive', 'entered-in-error'])),
    code: z.optional(concept),
    form: z.optional(concept),
    ingredient: z.optional(
      z.array(
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
  type: 'Practitioner',
  subject: null,
  essential: [],
  schema: z.object({
    ...base,
    name: z.optional(z.array(humanName)),
    telecom: z.optional(z.array(contactPoint)),
  }),
});

export const practitionerRole = defineResource({
  type: 'PractitionerRole',
  subject: null,
  essential: [],
  schema: z.object({
    ...base,
    practitioner: z.optional(reference),
    organization: z.optional(reference),
    code: z.optional(z.array(concept)),
    telecom: z.optional(z.array(contactPoint)),
  }),
});

export const organization = defineResource({
  type: 'Organization',
  subject: null,
  essential: [],
  schema: z.object({
    ...base,
    identifier: z.optional(z.array(identifier)),
    name: text,
    type: z.optional(z.array(concept)),
    telecom: z.optional(z.array(contactPoint)),
  }),
});

export const location = defineResource({
  type: 'Location',
  subject: null,
  essential: [],
  schema: z.object({
    ...base,
    name: text,
    type: z.optional(z.array(concept)),
    physicalType: z.optional(concept),
    partOf: z.optional(reference),
    managingOrganization: z.optional(reference),
  }),
});

export const device = defineResource({
  type: 'Device',
  subject: null,
  essential: [],
  schema: z.object({ ...base, deviceName: z.optional(z.array(z.object({ name: z.string() }))) }),
});
