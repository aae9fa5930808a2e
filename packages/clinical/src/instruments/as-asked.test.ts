import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { instruments } from './index.ts';

/**
 * What a version of an instrument asks: its questions with their answers, points, units and limits, without the words. Kept
 * answers of that version must mean the same for ever. Whoever asks something else gives it another version, or says in the
 * change why the old answers still hold, and renews the line.
 */
const ASKED: Readonly<Record<string, string>> = {
  '4at 1.2': '543deb8fb7',
  '6cit Kingshill-2000': '12bbe38c02',
  'abbey Abbey-2004': '695e8b2eb6',
  'acb acbcalc-3': '020d3e3f25',
  'amt4 Swain-1997': 'd69796389a',
  'amts10 Hodkinson-1972': '2206c0195e',
  'barthel-100 0-100': '1e1a019ca7',
  'barthel-20 0-20': 'a87b969390',
  'bmi kg/m2-1': '65b26b8e3b',
  'braden Braden-1987': '2bad293703',
  'bristol Lewis-Heaton-1997': 'ef73f58cde',
  'cfs CFS-2.0': '200f3b5020',
  'charlson Charlson-1987-age': 'e5c49f80f9',
  'cockcroft-gault umol-1.23-1.04': '6d37a87407',
  'cornell Alexopoulos-1988': '141ab1de0d',
  'edmonton Rolfson-2006': 'b26450fec4',
  'efi Clegg-2016': '6060a82242',
  'efi2 Best-2025': '187219d8eb',
  'fi-cga Jones-2004': 'e7cd66a59d',
  'frail-scale Morley-2012': '6d3505e125',
  'frailty-index deficits-30-of-80-percent': '02962ce15b',
  'gait-speed below-0.8': 'c1942e48c5',
  'gds15 GDS-15': 'e931320352',
  'gds4 DAth-1994': '37fd89ee52',
  'must MUST-2003': 'ed23e170eb',
  'news2 RCP-2017': '5239f3c341',
  'orthostatic-bp RCP-lying-standing-1': '0a3d35ffc3',
  'painad PAINAD-2003': 'da0d8d2312',
  'phq2 PHQ-2': '21d14f05fa',
  'polypharmacy counts-5-10': 'd8bff623b8',
  'prisma-7 Raiche-2008': 'b930e8f842',
  'purpose-t not-stated': '3f59f1a8d5',
  'soft-signs soft-signs-1': '27f9eff469',
  'tug above-10': '357c4cf1f9',
  'waterlow Waterlow-1985': 'e7cd66a59d',
  'weight-change percent-1': 'f5c176e962',
};

const WORDS = new Set(['text', 'hint']);

function asked(items: unknown): string {
  const json = JSON.stringify(items, (key, value: unknown) => (WORDS.has(key) ? undefined : value));
  return createHash('sha256').update(json).digest('hex').slice(0, 10);
}

for (const { id, version, items } of instruments)
  test(`${id} ${version} asks what it always asked, with the same answers, points and limits`, () => {
    assert.equal(asked(items), ASKED[`${id} ${version}`]);
  });

test('each version that is asked has its line, and no other', () => {
  const present = instruments.map(({ id, version }) => `${id} ${version}`);
  assert.deepEqual(Object.keys(ASKED).toSorted(), present.toSorted());
});
