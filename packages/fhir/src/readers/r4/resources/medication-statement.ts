import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import { annotations, base, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { dosage } from '../dosage.ts';

/** Medicines that the resident takes, took or is not to take. */
export const medicationStatement = defineResource({
  subject: 'subject',
  // A medicine whose name cannot be read is not safe to list.
  essential: ['medicationCodeableConcept', 'medicationReference'],
  schema: z.object({
    ...base,
    basedOn: z.optional(references),
    derivedFrom: z.optional(references),
    reasonReference: z.optional(references),
    status: z.optional(
      z.enum([
        'active',
        'completed',
        'entered-in-error',
        'intended',
        'stopped',
        'on-hold',
        'unknown',
        'not-taken',
      ]),
    ),
    statusReason: z.optional(concepts),
    reasonCode: z.optional(concepts),
    category: z.optional(concept),
    medicationCodeableConcept: z.optional(concept),
    medicationReference: z.optional(reference),
    subject: z.optional(reference),
    informationSource: z.optional(reference),
    effectiveDateTime: z.optional(z.string()),
    dateAsserted: z.optional(z.string()),
    effectivePeriod: z.optional(period),
    note: z.optional(annotations),
    dosage: z.optional(z.array(dosage)),
  }),
  harmless: [
    'context', // Names the visit on which it was written; it has its own date.
    'partOf', // Says how it came into the record; the fact stands without it.
  ],
  extensions: {
    extension: {
      [EXTENSION.lastIssued]: 'each',
      [EXTENSION.dosageChanged]: 'each',
      [EXTENSION.medicationChange]: ['status', 'dateChanged', 'indicationForChange', 'detailsOfAmendment'],
      [EXTENSION.prescribingAgency]: 'each',
      [EXTENSION.prescribingOrganization]: 'each',
      [EXTENSION.prescribingOrganizationType]: 'each',
    },
    'medicationCodeableConcept.extension': { [EXTENSION.medicationTradeFamily]: 'each' },
  },
});
