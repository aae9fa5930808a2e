import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import { annotations, base, concept, concepts, quantity, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Vaccinations, given or not. */
export const immunization = defineResource({
  subject: 'patient',
  // A vaccination whose code cannot be read may be another vaccine.
  essential: ['vaccineCode'],
  schema: z.object({
    ...base,
    note: z.optional(annotations),
    status: z.enum(['completed', 'entered-in-error', 'not-done']),
    statusReason: z.optional(concept),
    vaccineCode: concept,
    patient: z.optional(reference),
    occurrenceDateTime: z.optional(z.string()),
    occurrenceString: z.optional(z.string()),
    doseQuantity: z.optional(quantity),
    reasonCode: z.optional(concepts),
    reasonReference: z.optional(references),
    isSubpotent: z.optional(z.boolean()),
    subpotentReason: z.optional(concepts),
    reaction: z.optional(
      z.array(
        z.object({
          date: z.optional(z.string()),
          detail: z.optional(reference),
          reported: z.optional(z.boolean()),
        }),
      ),
    ),
    protocolApplied: z.optional(
      z.array(
        z.object({
          series: z.optional(z.string()),
          authority: z.optional(reference),
          targetDisease: z.optional(concepts),
          doseNumberPositiveInt: z.optional(z.number()),
          doseNumberString: z.optional(z.string()),
          seriesDosesPositiveInt: z.optional(z.number()),
          seriesDosesString: z.optional(z.string()),
        }),
      ),
    ),
    performer: z.optional(z.array(z.object({ actor: reference }))),
  }),
  harmless: [
    'encounter', // Names the visit on which it was given; it has its own date.
    'recorded', // The day it was typed; the day it was given is shown.
    'location', // Says where it was given.
    'manufacturer', // Says who made the vaccine.
    'lotNumber', // Names the box it came from.
    'expirationDate', // Names the box it came from.
    'site', // Names the arm of the injection.
    'route', // Says how it was given.
    'performer.function', // Says who did which part of it.
    'education', // Says which leaflet was given.
    'programEligibility', // Says who pays.
    'fundingSource', // Says who pays.
  ],
  extensions: {
    extension: { [EXTENSION.vaccinationProcedure]: 'each' },
  },
});
