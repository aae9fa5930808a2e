import * as z from 'zod/mini';
import { base, coding, concept, concepts, period, reference, references } from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';

/** Visits, hospital stays, and the stay in the home. */
export const encounter = defineResource({
  subject: 'subject',
  // R4 lets an encounter have no subject. Such an encounter is nobody's.
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
    reasonReference: z.optional(references),
    diagnosis: z.optional(z.array(z.object({ condition: z.optional(reference), use: z.optional(concept) }))),
    priority: z.optional(concept),
    hospitalization: z.optional(
      z.object({
        origin: z.optional(reference),
        admitSource: z.optional(concept),
        destination: z.optional(reference),
        dischargeDisposition: z.optional(concept),
      }),
    ),
    serviceType: z.optional(concept),
    subject: z.optional(reference),
    serviceProvider: z.optional(reference),
    participant: z.optional(z.array(z.object({ individual: z.optional(reference) }))),
    period: z.optional(period),
    location: z.optional(
      z.array(z.object({ location: reference, status: z.optional(z.string()), period: z.optional(period) })),
    ),
  }),
  harmless: [
    'length', // Follows from its period.
    'statusHistory', // An earlier state; the current one is shown.
    'classHistory', // An earlier state; the current one is shown.
    'episodeOfCare', // Names the stay that it is part of.
    'basedOn', // Says who asked for it.
    'appointment', // Says how it was booked.
    'account', // Says who pays.
    'diagnosis.rank', // Sorts several diagnoses.
    'hospitalization.preAdmissionIdentifier', // Numbers the booking.
    'partOf', // Names the visit that it is part of.
    'participant.type', // Says who did which part of it.
    'participant.period', // Says who was there when.
    'location.physicalType', // Says what kind of place it is; its name is shown.
  ],
});
