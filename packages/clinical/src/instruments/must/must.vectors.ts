import type { TotalInput } from '../total-entry.ts';
import { must } from './must.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'must-entry': (input) => must.score(input as TotalInput),
};

export const examples = {
  'must-entry': [
    { id: 'low', input: { total: 0 }, expected: { band: 'low', version: 'not-stated' } },
    { id: 'medium', input: { total: 1, version: '2003' }, expected: { band: 'medium', version: '2003' } },
    { id: 'high', input: { total: 2 }, expected: { band: 'high' } },
    { id: 'highest', input: { total: 6 }, expected: { band: 'high' } },
    { id: 'one too many', input: { total: 7 }, expected: { status: 'invalid', total: null, band: null } },
    { id: 'not entered', input: {}, expected: { status: 'incomplete', total: null, band: null } },
  ],
};
