import { scoreBarthel20 } from '../barthel-20/barthel-20.ts';
import { fieldsOf } from '../not-answered.ts';
import { scoreBarthel100, type BarthelInput } from './barthel-100.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  // Parts without a version cannot be scored as a Barthel Index, because no rule applies to them.
  barthel: (input) => {
    const { version, items } = fieldsOf(input);
    if (version !== '0-100' && version !== '0-20')
      return { status: 'incomplete', total: null, missing: ['version'] };
    const result = (version === '0-100' ? scoreBarthel100 : scoreBarthel20)(items as BarthelInput);
    const flag = result.flags.find((each) => each.startsWith('impossible-'));
    return { ...result, item: flag?.slice('impossible-'.length) ?? null };
  },
};

export const BEST = {
  feeding: 10,
  bathing: 5,
  grooming: 5,
  dressing: 10,
  bowels: 10,
  bladder: 10,
  toilet: 10,
  transfers: 15,
  mobility: 15,
  stairs: 10,
};

const of1965 = (changed: Record<string, unknown>) => ({ version: '0-100', items: { ...BEST, ...changed } });
const shah = (part: string, value: number) => ({
  id: `Shah's ${value} for ${part}`,
  input: of1965({ [part]: value }),
  expected: { status: 'invalid', total: null, item: part },
});

/** The parts and points of Mahoney and Barthel 1965. */
export const examples = {
  barthel: [
    { id: 'best', input: of1965({}), expected: { total: 100, version: '0-100', direction: 'lower-worse' } },
    { id: 'without stairs', input: of1965({ stairs: 0 }), expected: { total: 90, band: null } },
    { id: 'transfers with much help', input: of1965({ transfers: 5 }), expected: { total: 90 } },
    shah('bathing', 3),
    shah('grooming', 4),
    shah('dressing', 2),
    shah('bladder', 8),
    shah('transfers', 12),
    shah('mobility', 3),
    {
      id: 'a point of the other version',
      input: of1965({ feeding: 2 }),
      expected: { status: 'invalid', item: 'feeding' },
    },
    {
      id: 'unable is not nought',
      input: of1965({ stairs: 'unable' }),
      expected: {
        status: 'incomplete',
        total: null,
        atLeast: 90,
        missing: ['stairs'],
        flags: ['unable-stairs'],
      },
    },
    { id: 'no version', input: { items: BEST }, expected: { status: 'incomplete', missing: ['version'] } },
  ],
};
