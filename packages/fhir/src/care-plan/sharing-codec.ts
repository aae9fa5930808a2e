import { planFieldWords } from '@ehch/clinical/care-plan';
import { byCode } from '../by-code.ts';
import { listAt, textAt, type JsonObject } from '../entry.ts';
import type { LineCodec } from './line-codec.ts';
import { placedText } from './placed.ts';

/** R4 consent: the basis on which the plan is shared. */
const SCOPE = 'http://terminology.hl7.org/CodeSystem/consentscope';

const RULE = { objection: 'deny', 'direct-care': 'permit' } as const;

const NO_WORDS = 'Not said in words';

/** An objection, or that the resident agreed to sharing for direct care. The server applies it; the kit says it. */
export const sharingCodec: LineCodec = {
  type: 'Consent',
  skeleton: (_kind, { subject }) => ({
    status: 'active',
    scope: { coding: [{ system: SCOPE, code: 'patient-privacy' }] },
    category: [{ text: 'Sharing of the care plan' }],
    patient: { reference: subject },
  }),
  places: (_kind, { basis, words }) => [
    { path: ['policyRule'], value: { text: planFieldWords('sharing', 'basis', basis ?? null) ?? '' } },
    { path: ['provision', 'type'], value: placedText(RULE[basis as keyof typeof RULE]) },
    // A denial without a limit would withhold the whole record, also from the home. What is objected to stands
    // in words.
    { path: ['provision', 'code'], value: [{ text: words ?? NO_WORDS }] },
  ],
  stamps: ({ author, at }) => [
    { path: ['dateTime'], value: at },
    { path: ['performer'], value: [author] },
  ],
  read(resource) {
    const isOurs = textAt(listAt(resource, 'category')[0], 'text') === 'Sharing of the care plan';
    if (resource['resourceType'] !== 'Consent' || !isOurs) return null;
    const provision = resource['provision'] as JsonObject | undefined;
    const type = textAt(provision, 'type');
    if (type !== 'deny' && type !== 'permit') return null;
    const words = textAt(listAt(provision, 'code')[0], 'text');
    return {
      kind: 'sharing',
      fields: {
        basis: type === 'deny' ? 'objection' : 'direct-care',
        words: words === NO_WORDS ? null : words,
      },
      state: CONSENT_STATE[textAt(resource, 'status') ?? ''] ?? 'ended',
    };
  },
  ended: () => [{ path: ['status'], value: 'inactive' }],
};

/** R4 consent-state-codes. */
const CONSENT_STATE = byCode<'in-force' | 'proposed'>({
  active: 'in-force',
  draft: 'proposed',
  proposed: 'proposed',
});
