import * as z from 'zod/mini';
import { base, coding, concept, concepts, period, reference } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

export const encounter = defineResource({
  subject: 'subject',
  mayNameNobody: true,
  schema: z.object({
    ...base,
    status: z.enum([
      'planned',
      'arrived',
      'triaged',
      'in-progress',
      'onleave',
      'finished',
      'cancelled',
      'entered-in-error',
      'unknown',
    ]),
    class: z.optional(coding),
    type: z.optional(concepts),
    reasonCode: z.optional(concepts),
    serviceType: z.optional(concept),
    subject: z.optional(reference),
    serviceProvider: z.optional(reference),
    participant: z.optional(z.array(z.object({ individual: z.optional(reference) }))),
    period: z.optional(period),
    location: z.optional(z.array(z.object({ location: reference }))),
  }),
  harmless: {
    length: 'Follows from its period.',
    statusHistory: 'What it was before; what it is now is shown.',
    classHistory: 'What it was before; what it is now is shown.',
    episodeOfCare: 'Names the stay that it is part of.',
    basedOn: 'Says who asked for it.',
    appointment: 'Says how it was booked.',
    account: 'Says who pays.',
    partOf: 'Names the visit that it is part of.',
    'participant.type': 'Says who did which part of it.',
    'participant.period': 'Says who was there when.',
    'location.physicalType': 'Says what kind of place it is; its name is shown.',
  },
});
