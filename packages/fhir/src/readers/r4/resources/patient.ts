import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
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

/** The resident. The Patient has no subject, because it is the subject of all other records. */
export const patient = defineResource({
  subject: null,
  // A malformed death or "active" must not make a dead resident look alive, nor an old record look current.
  essential: ['deceasedBoolean', 'deceasedDateTime', 'active'],
  schema: z.object({
    ...base,
    identifier: z.optional(z.array(identifier)),
    active: z.optional(z.boolean()),
    deceasedBoolean: z.optional(z.boolean()),
    name: z.optional(humanNames),
    gender: z.optional(z.enum(['male', 'female', 'other', 'unknown'])),
    birthDate: z.optional(z.string()),
    deceasedDateTime: z.optional(z.string()),
    contact: z.optional(
      z.array(
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
      z.array(z.object({ language: concept, preferred: z.optional(z.boolean()), extension: extensions })),
    ),
    generalPractitioner: z.optional(references),
    link: z.optional(z.array(z.object({ other: reference, type: z.optional(z.string()) }))),
  }),
  harmless: [
    'address', // Identity goes by name, birth date and NHS number; where the resident lives comes from the stay.
    'telecom', // The resident's own telephone; the people section shows whom to ring.
    'maritalStatus', // No section shows it.
    'photo', // A picture changes no words.
    'multipleBirthBoolean', // A twin is told apart by name and number.
    'multipleBirthInteger', // A twin is told apart by name and number.
    'managingOrganization', // Says who keeps the record.
    'contact.gender', // Says nothing about whom to ring.
    'contact.address', // The people section is for telephone calls, not for letters.
  ],
  extensions: {
    extension: {
      [EXTENSION.deathNotification]: ['deathNotificationStatus'],
      [EXTENSION.nhsNumberUnavailable]: 'each',
      [EXTENSION.interpreterRequired]: 'each',
      [EXTENSION.nhsCommunication]: ['interpreterRequired'],
    },
    'identifier.extension': {
      [EXTENSION.nhsNumberVerification]: 'each',
      [EXTENSION.nhsNumberUnavailable]: 'each',
    },
    'contact.extension': { [EXTENSION.contactRank]: 'first' },
    'communication.extension': {
      [EXTENSION.proficiency]: ['level', 'type'],
      [EXTENSION.interpreterRequired]: 'each',
      [EXTENSION.nhsCommunication]: ['interpreterRequired'],
    },
  },
});
