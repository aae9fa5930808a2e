import type { Personality } from './personality.ts';

/** Azure Health Data Services, and Microsoft's open FHIR server. */
export const azure: Personality = {
  means:
    'Conditional creates that race, at most 500 entries in a transaction, later pages as the data are by then',
  source: 'issues 614, 643, 818 and 1382 of microsoft/fhir-server; the limit is unverified',
  traits: () => ({
    conditionalCreateRaceMs: 1000,
    transactionLimits: { entries: 500, updates: Infinity, withCondition: Infinity },
    paging: 'newest',
    pageSize: 10,
  }),
};
