import { SOFT_SIGNS } from './soft-sign-list.ts';
import { softSignsOf, type SoftSignsInput } from './soft-signs.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'soft-signs': (input) => softSignsOf(input as SoftSignsInput),
};

/** Every sign answered with no. */
export const NO_SIGN: SoftSignsInput = Object.fromEntries(SOFT_SIGNS.map(([id]) => [id, 'no']));

/** The product's rule [P]. */
export const examples = {
  'soft-signs': [
    {
      id: 'no sign is no number and no band',
      input: NO_SIGN,
      expected: { status: 'complete', total: null, range: null, band: null, prompt: null },
    },
    {
      id: 'one is enough',
      input: { ...NO_SIGN, tired: 'yes' },
      expected: { prompt: 'observations-or-ladder' },
    },
    {
      id: 'a worry alone is enough, with nothing else asked',
      input: { worry: 'yes' },
      expected: { status: 'incomplete', prompting: ['worry'], prompt: 'observations-or-ladder' },
    },
    {
      id: 'usual stays in the record and asks for nothing',
      input: { ...NO_SIGN, moving: 'yes', 'moving-usual': 'yes' },
      expected: {
        signs: [{ id: 'moving', newSince: null, usualForResident: 'yes', note: null }],
        prompting: [],
        prompt: null,
      },
    },
    {
      id: 'not usual',
      input: { skin: 'yes', 'skin-usual': 'no' },
      expected: { signs: [{ id: 'skin', newSince: null, usualForResident: 'no', note: null }] },
    },
    {
      id: 'a worry is nobody’s usual',
      input: { ...NO_SIGN, worry: 'yes', 'worry-usual': 'yes' },
      expected: { prompting: ['worry'], prompt: 'observations-or-ladder' },
    },
    {
      id: 'usual or not is not known',
      input: {
        intake: true,
        'intake-since': 'breakfast',
        'intake-usual': 'not-known',
        'intake-note': 'No drink',
      },
      expected: {
        signs: [{ id: 'intake', newSince: 'breakfast', usualForResident: 'not-known', note: 'No drink' }],
        prompting: ['intake'],
      },
    },
    {
      id: 'not asked is not no',
      input: { ...NO_SIGN, pain: 'not-asked' },
      expected: { status: 'incomplete', missing: ['pain'], flags: ['not-asked-pain'], prompt: null },
    },
    {
      id: 'what is no answer hides no sign',
      input: { ...NO_SIGN, pain: 3, fall: 'yes' },
      expected: { status: 'invalid', flags: ['impossible-pain'], prompting: ['fall'] },
    },
  ],
};
