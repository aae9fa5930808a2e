import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import {
  base,
  concept,
  concepts,
  contactPoints,
  extensions,
  humanNames,
  identifier,
  ratio,
  reference,
} from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Records that give names and places to the others. */
export const medication = defineResource({
  subject: null,
  essential: ['code'],
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
          isActive: z.optional(z.boolean()),
          strength: z.optional(ratio),
          extension: extensions,
        }),
      ),
    ),
  }),
  harmless: [
    'manufacturer', // Says who made it.
    'batch', // Says from which box.
  ],
  extensions: {
    extension: { [EXTENSION.medicationTradeFamily]: 'each' },
    'code.extension': { [EXTENSION.medicationTradeFamily]: 'each' },
  },
});

export const practitioner = defineResource({
  subject: null,
  harmless: 'all', // It gives names and places to other records.
  schema: z.object({
    ...base,
    name: z.optional(humanNames),
    telecom: z.optional(contactPoints),
  }),
});

export const practitionerRole = defineResource({
  subject: null,
  harmless: 'all', // It gives names and places to other records.
  schema: z.object({
    ...base,
    practitioner: z.optional(reference),
    organization: z.optional(reference),
    code: z.optional(concepts),
    telecom: z.optional(contactPoints),
  }),
});

export const organization = defineResource({
  subject: null,
  harmless: 'all', // It gives names and places to other records.
  schema: z.object({
    ...base,
    identifier: z.optional(z.array(identifier)),
    name: z.optional(z.string()),
    type: z.optional(concepts),
    telecom: z.optional(contactPoints),
  }),
});

export const location = defineResource({
  subject: null,
  harmless: 'all', // It gives names and places to other records.
  schema: z.object({
    ...base,
    name: z.optional(z.string()),
    type: z.optional(concepts),
    physicalType: z.optional(concept),
    partOf: z.optional(reference),
    managingOrganization: z.optional(reference),
  }),
});

export const device = defineResource({
  subject: null,
  harmless: 'all', // It gives names and places to other records.
  schema: z.object({ ...base, deviceName: z.optional(z.array(z.object({ name: z.string() }))) }),
});
