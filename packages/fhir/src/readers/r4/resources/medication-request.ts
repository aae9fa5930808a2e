import * as z from 'zod/mini';
import { EXTENSION } from '../../../codes/systems.ts';
import {
  annotations,
  base,
  concept,
  concepts,
  extensions,
  period,
  reference,
  references,
} from '../datatypes.ts';
import { defineResource } from '../define-resource.ts';
import { dosage } from '../dosage.ts';

/** Prescriptions. */
export const medicationRequest = defineResource({
  subject: 'subject',
  // "Do not give" must never pass for an order, nor one medicine for another.
  essential: ['intent', 'doNotPerform', 'medicationCodeableConcept', 'medicationReference'],
  schema: z.object({
    ...base,
    status: z.optional(
      z.enum([
        'active',
        'on-hold',
        'cancelled',
        'completed',
        'entered-in-error',
        'stopped',
        'draft',
        'unknown',
      ]),
    ),
    statusReason: z.optional(concept),
    medicationCodeableConcept: z.optional(concept),
    intent: z.optional(
      z.enum([
        'proposal',
        'plan',
        'order',
        'original-order',
        'reflex-order',
        'filler-order',
        'instance-order',
        'option',
      ]),
    ),
    category: z.optional(concepts),
    priority: z.optional(z.string()),
    doNotPerform: z.optional(z.boolean()),
    reportedBoolean: z.optional(z.boolean()),
    reportedReference: z.optional(reference),
    medicationReference: z.optional(reference),
    subject: z.optional(reference),
    requester: z.optional(reference),
    performer: z.optional(reference),
    performerType: z.optional(concept),
    priorPrescription: z.optional(reference),
    authoredOn: z.optional(z.string()),
    reasonCode: z.optional(concepts),
    reasonReference: z.optional(references),
    // The prescription service puts an extension on this reference: how often the prescription may be issued.
    basedOn: z.optional(z.array(z.object({ ...reference.shape, extension: extensions }))),
    courseOfTherapyType: z.optional(concept),
    note: z.optional(annotations),
    dosageInstruction: z.optional(z.array(dosage)),
    dispenseRequest: z.optional(
      z.object({ validityPeriod: z.optional(period), numberOfRepeatsAllowed: z.optional(z.number()) }),
    ),
  }),
  harmless: [
    'dispenseRequest.quantity', // Says what the pharmacy may supply, not what the resident takes.
    'dispenseRequest.expectedSupplyDuration', // Says what the pharmacy may supply, not what the resident takes.
    'dispenseRequest.performer', // Says what the pharmacy may supply, not what the resident takes.
    'dispenseRequest.dispenseInterval', // Says what the pharmacy may supply, not what the resident takes.
    'dispenseRequest.initialFill', // Says what the pharmacy may supply, not what the resident takes.
    'groupIdentifier', // Numbers the prescription form.
    'recorder', // Says who typed it; the requester is named.
    'insurance', // Says who pays.
    'eventHistory', // Lists what was done with the record.
    'instantiatesCanonical', // Names a protocol for machines.
    'instantiatesUri', // Names a protocol for machines.
    'encounter', // Names the visit on which it was written; it has its own date.
  ],
  extensions: {
    extension: {
      [EXTENSION.medicationRepeat]: 'first',
      [EXTENSION.medicationStatusReason]: ['statusReason', 'statusChangeDate'],
    },
    'basedOn.extension': { [EXTENSION.epsRepeat]: 'first' },
    'medicationCodeableConcept.extension': { [EXTENSION.medicationTradeFamily]: 'each' },
  },
});
