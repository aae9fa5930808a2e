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

/** A medicine that other records refer to, with its form, ingredients and strength. */
export const medication = defineResource({
  subject: null,
  // A medicine whose code cannot be read is not safe to name.
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
    'batch', // Names the box it came from.
  ],
  extensions: {
    extension: { [EXTENSION.medicationTradeFamily]: 'each' },
    'code.extension': { [EXTENSION.medicationTradeFamily]: 'each' },
  },
});

/** Staff, by name, for the records that refer to them. */
export const practitioner = defineResource({
  subject: null,
  harmless: 'all', // It gives names and places to other records.
  schema: z.object({
    ...base,
    name: z.optional(humanNames),
    telecom: z.optional(contactPoints),
  }),
});

/** The role of a member of staff in an organisation. */
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

/** Practices, homes, hospitals and other organisations, by name. */
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

/** Homes, wards and rooms. */
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

/** Devices, by name. */
export const device = defineResource({
  subject: null,
  harmless: 'all', // It gives names and places to other records.
  schema: z.object({ ...base, deviceName: z.optional(z.array(z.object({ name: z.string() }))) }),
});
