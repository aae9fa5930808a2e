import * as z from 'zod/mini';
import { base, concepts, contactPoints, humanNames, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Staff, by name, for the records that refer to them. */
export const practitioner = defineResource({
  subject: null,
  // Whoever is no longer in use must not be rung.
  essential: ['active'],
  schema: z.object({
    ...base,
    active: z.optional(z.boolean()),
    name: z.optional(humanNames),
    telecom: z.optional(contactPoints),
  }),
  harmless: [
    'gender', // Says nothing about whom to ring.
    'birthDate', // Says nothing about whom to ring.
    'photo', // A picture changes no words.
    'address', // The people section is for telephone calls, not for letters.
    'qualification', // Says what somebody has passed; the role says what the person is here for.
    'communication', // Says which languages a member of staff speaks.
    'name.suffix', // Letters after the name of a member of staff.
  ],
});

/** The role of a member of staff in an organisation. */
export const practitionerRole = defineResource({
  subject: null,
  // Whoever no longer has this role must not be rung for it.
  essential: ['active', 'period'],
  schema: z.object({
    ...base,
    active: z.optional(z.boolean()),
    period: z.optional(period),
    practitioner: z.optional(reference),
    organization: z.optional(reference),
    code: z.optional(concepts),
    specialty: z.optional(concepts),
    telecom: z.optional(contactPoints),
    availableTime: z.optional(
      z.array(
        z.object({
          daysOfWeek: z.optional(z.array(z.string())),
          allDay: z.optional(z.boolean()),
          availableStartTime: z.optional(z.string()),
          availableEndTime: z.optional(z.string()),
        }),
      ),
    ),
    notAvailable: z.optional(
      z.array(z.object({ description: z.optional(z.string()), during: z.optional(period) })),
    ),
    availabilityExceptions: z.optional(z.string()),
  }),
  harmless: [
    'location', // Says where somebody works; the people section is for telephone calls.
    'healthcareService', // Names a service for machines; role and organisation are shown.
    'endpoint', // An address for machines.
  ],
});
