import { milliseconds, type Personality } from './personality.ts';

/** AWS HealthLake: its index follows later, and hides what is on its way. */
export const healthlake: Personality = {
  means: 'Searches leave out what waits for the index (30 s, or `healthlake:900`), idempotency keys',
  source:
    'docs.aws.amazon.com/healthlake/latest/devguide: searching-fhir-consistency-levels, managing-fhir-resources-idempotency',
  traits: (argument) => ({
    indexLagMs: milliseconds(argument, 30),
    hidesPending: true,
    idempotencyHeader: 'x-amz-fhir-idempotency-key',
    histories: ['instance'],
  }),
};
