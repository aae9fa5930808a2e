import type { Personality } from './personality.ts';

/** Medplum 5.2, with its default settings. */
export const medplum: Personality = {
  means: 'No client ids, no history of a type, small transactions, offset paging',
  source: 'source of Medplum 5.2; medplum issues 2670, 5032, 7401',
  traits: () => ({
    clientIds: 'none',
    histories: ['instance'],
    transactionLimits: { entries: Infinity, updates: 50, withCondition: 8 },
    paging: 'moves',
    pageSize: 20,
  }),
};
