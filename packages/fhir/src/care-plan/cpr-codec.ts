import { CPR_CODES } from '../codes/limits.ts';
import { SNOMED } from '../codes/systems.ts';
import { listAt, textAt } from '../entry.ts';
import type { LineCodec } from './line-codec.ts';
import { originalIn, originalPlace, pick, SIGHTED } from './original-parts.ts';
import { placedName, placedText } from './placed.ts';

const CPR = { attempt: '450475007', 'do-not-attempt': '450476008' } as const;

/**
 * A decision about CPR. Its review is no end of the flag: a decision whose review is late is still the
 * decision, and the screen says that the review is late.
 */
export const cprCodec: LineCodec = {
  type: 'Flag',
  skeleton: (_kind, { subject }) => ({ status: 'active', subject: { reference: subject } }),
  places: (_kind, fields) => {
    // Guard: a decision that does not say which is neither of the two.
    const code = CPR[fields['decision'] as keyof typeof CPR] as string | undefined;
    const { words } = CPR_CODES.get(`${SNOMED}|${code ?? ''}`) ?? { words: 'CPR' };
    return [
      {
        path: ['code'],
        value:
          code === undefined
            ? undefined
            : { coding: [{ system: SNOMED, code, display: words }], text: words },
      },
      { path: ['period', 'start'], value: placedText(fields['signedOn']) },
      { path: ['author'], value: placedName(fields['signedBy']) },
      originalPlace(fields, ['originalAt', ...SIGHTED, 'reviewBy']),
    ];
  },
  stamps: () => [],
  read(resource) {
    const code = textAt(listAt(resource['code'], 'coding')[0], 'code');
    const decision = Object.entries(CPR).find(([, each]) => each === code)?.[0];
    if (resource['resourceType'] !== 'Flag' || decision === undefined) return null;
    return {
      kind: 'cpr',
      fields: {
        ...pick(originalIn(resource), ['originalAt', ...SIGHTED, 'reviewBy']),
        decision,
        signedBy: textAt(resource['author'], 'display'),
        signedOn: textAt(resource['period'], 'start'),
      },
      state: textAt(resource, 'status') === 'active' ? 'in-force' : 'ended',
    };
  },
  ended: () => [{ path: ['status'], value: 'inactive' }],
};
