import { planFieldWords } from '@ehch/clinical/care-plan';
import { ATTORNEY_HEALTH } from '../codes/limits.ts';
import { SNOMED } from '../codes/systems.ts';
import { listAt, textAt } from '../entry.ts';
import type { LineCodec } from './line-codec.ts';
import { originalIn, originalPlace, pick } from './original-parts.ts';

/** Somebody who decides or speaks for the resident. */
export const decisionMakerCodec: LineCodec = {
  type: 'RelatedPerson',
  skeleton: (_kind, { subject }) => ({ active: true, patient: { reference: subject } }),
  places: (_kind, fields) => {
    const authority = fields['authority'] ?? null;
    const words = planFieldWords('decision-maker', 'authority', authority) ?? '';
    const coded = authority === 'lpa' ? { coding: [{ system: SNOMED, code: ATTORNEY_HEALTH }] } : {};
    const relation = fields['relation'] ?? null;
    return [
      { path: ['name'], value: [{ text: fields['name'] ?? '' }] },
      {
        path: ['relationship'],
        value: [{ ...coded, text: words }, ...(relation === null ? [] : [{ text: relation }])],
      },
      originalPlace(fields, ['authority', 'registered', 'seenBy', 'seenOn', 'acts']),
    ];
  },
  stamps: () => [],
  read(resource) {
    const own = originalIn(resource);
    if (resource['resourceType'] !== 'RelatedPerson' || own['authority'] === null) return null;
    return {
      kind: 'decision-maker',
      fields: {
        ...pick(own, ['authority', 'registered', 'seenBy', 'seenOn', 'acts']),
        name: textAt(listAt(resource, 'name')[0], 'text'),
        relation: textAt(listAt(resource, 'relationship')[1], 'text'),
      },
      state: resource['active'] === false ? 'ended' : 'in-force',
    };
  },
  ended: () => [{ path: ['active'], value: false }],
};
