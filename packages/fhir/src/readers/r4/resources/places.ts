import * as z from 'zod/mini';
import { base, coding, concept, concepts, contactPoints, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Practices, homes, hospitals and other organisations, by name. */
export const organization = defineResource({
  subject: null,
  // A practice that is no longer in use must not be rung.
  essential: ['active'],
  schema: z.object({
    ...base,
    active: z.optional(z.boolean()),
    name: z.optional(z.string()),
    type: z.optional(concepts),
    telecom: z.optional(contactPoints),
  }),
  harmless: [
    'address', // The people section is for telephone calls, not for letters.
    'partOf', // Names the larger organisation; its own name is shown.
    'endpoint', // An address for machines.
  ],
});

/** Homes, wards and rooms. */
export const location = defineResource({
  subject: null,
  schema: z.object({
    ...base,
    status: z.optional(z.string()),
    operationalStatus: z.optional(coding),
    mode: z.optional(z.string()),
    name: z.optional(z.string()),
    physicalType: z.optional(concept),
    partOf: z.optional(reference),
    telecom: z.optional(contactPoints),
  }),
  harmless: [
    'type', // Says what kind of place it is; its name is shown.
    'address', // Says where the building stands; its name is shown.
    'position', // Says where the building stands; its name is shown.
    'managingOrganization', // Names who runs it; its own name is shown.
    'endpoint', // An address for machines.
  ],
});

/** Devices, by name. */
export const device = defineResource({
  subject: null,
  schema: z.object({
    ...base,
    status: z.optional(z.string()),
    deviceName: z.optional(z.array(z.object({ name: z.string() }))),
    type: z.optional(concept),
  }),
  harmless: [
    'deviceName.type', // Says who gave the name.
    'definition', // Describes the model for machines.
    'udiCarrier', // Numbers the device for machines.
    'distinctIdentifier', // Numbers the device.
    'manufacturer', // Says who made it.
    'manufactureDate', // Says when it was made.
    'lotNumber', // Numbers the device.
    'serialNumber', // Numbers the device.
    'modelNumber', // Numbers the model.
    'partNumber', // Numbers the model.
    'specialization', // Says to which standard it was built.
    'version', // Says which software it runs.
    'owner', // Says whose property it is.
    'location', // Says where it is kept.
    'url', // An address for machines.
    'parent', // Names the device that it is part of.
  ],
});
