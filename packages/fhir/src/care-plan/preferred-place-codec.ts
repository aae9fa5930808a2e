import { PLAN_KINDS, planFieldWords } from '@ehch/clinical/care-plan';
import { PREFERRED_PLACE } from '../codes/limits.ts';
import { SNOMED } from '../codes/systems.ts';
import { listAt, textAt } from '../entry.ts';
import type { LineCodec } from './line-codec.ts';
import { optionWith } from './option-with.ts';
import { placedNames, placedText } from './placed.ts';
import { saidByIn } from './said-by.ts';

/** Where the resident wants to be cared for, or to die. */
export const placeCodec: LineCodec = {
  type: 'Observation',
  skeleton: (_kind, { subject }) => ({
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'social-history' },
        ],
      },
    ],
    subject: { reference: subject },
  }),
  places: (_kind, fields) => [
    {
      path: ['code'],
      value: {
        coding: [{ system: SNOMED, code: PREFERRED_PLACE }],
        text: planFieldWords('preferred-place', 'of', fields['of'] ?? null) ?? '',
      },
    },
    { path: ['valueString'], value: placedText(fields['place']) },
    {
      path: ['performer'],
      value: placedNames(fields['saidBy']),
    },
    { path: ['effectiveDateTime'], value: placedText(fields['saidOn']) },
  ],
  stamps: () => [],
  read(resource) {
    const of = optionWith(PLAN_KINDS['preferred-place'].fields.of, textAt(resource['code'], 'text'));
    if (resource['resourceType'] !== 'Observation' || of === undefined) return null;
    return {
      kind: 'preferred-place',
      fields: {
        of,
        place: textAt(resource, 'valueString'),
        saidBy: saidByIn(resource, listAt(resource, 'performer')[0]),
        saidOn: textAt(resource, 'effectiveDateTime'),
      },
      state: ['final', 'amended', 'corrected'].includes(textAt(resource, 'status') ?? '')
        ? 'in-force'
        : 'ended',
    };
  },
  ended: () => [{ path: ['status'], value: 'cancelled' }],
};
