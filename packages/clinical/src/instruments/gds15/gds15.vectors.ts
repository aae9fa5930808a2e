import type { Gds15Input } from './gds15-items.ts';
import { scoreGds15 } from './gds15.ts';

const ANSWERS: Readonly<Record<string, boolean>> = { Y: true, N: false };

/** The answers of the 15 questions in their order, as "Y", "N" or nothing. */
function fromList(list: readonly (string | null)[]): Gds15Input {
  return Object.fromEntries(list.map((answer, index) => [`q${index + 1}`, ANSWERS[answer ?? ''] ?? answer]));
}

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  gds15: (input) => scoreGds15(Array.isArray(input) ? fromList(input) : (input as Gds15Input)),
};

const LOW = 'YNNNYNYNNNYNYNN'.split('');
/** The answers, with this many of the first ones reversed. */
const turned = (count: number) =>
  LOW.map((answer, index) => (index >= count ? answer : answer === 'Y' ? 'N' : 'Y'));

/** The key of 1986, worked by hand. */
export const examples = {
  gds15: [
    { id: 'nothing', input: LOW, expected: { total: 0, band: 'below-5', range: [0, 15] } },
    { id: 'four', input: turned(4), expected: { total: 4, band: 'below-5' } },
    { id: 'five', input: turned(5), expected: { total: 5, band: '5-or-more' } },
    { id: 'all', input: turned(15), expected: { total: 15, band: '5-or-more' } },
    { id: 'all no', input: LOW.map(() => 'N'), expected: { total: 5 } },
    {
      id: 'one open answer of fifteen: no total, and already 5 or more',
      input: [...turned(15).slice(0, 14), null],
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        atLeast: 14,
        atLeastBand: '5-or-more',
        missing: ['q15'],
      },
    },
    {
      id: 'refused',
      input: { q1: 'refused' },
      expected: { status: 'incomplete', total: null, atLeast: 0, atLeastBand: null, flags: ['refused-q1'] },
    },
    {
      id: 'an answer that is neither',
      input: [...LOW.slice(0, 14), 'maybe'],
      expected: { status: 'invalid', total: null },
    },
  ],
};
