import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scorePrisma7 } from './prisma-7.ts';

const IDS = ['activities', 'help', 'housebound', 'support', 'aid'];

test('every complete set counts yes, male and over 85, and is likely frail from 3', () => {
  for (const age of [0, 84, 85, 86, 125])
    for (const sex of ['female', 'male'] as const)
      for (let set = 0; set < 32; set += 1) {
        const answers = Object.fromEntries(IDS.map((id, bit) => [id, (set & (1 << bit)) !== 0]));
        const yes = Object.values(answers).filter(Boolean).length;
        const expected = yes + (sex === 'male' ? 1 : 0) + (age > 85 ? 1 : 0);
        const { total, band } = scorePrisma7({ age, sex, ...answers });
        assert.deepEqual(
          { total, band },
          { total: expected, band: expected >= 3 ? 'likely-frail' : 'not-indicated' },
        );
      }
});

test('an impossible age is refused', () => {
  for (const age of [-1, 126, 85.5, Number.NaN, Number.POSITIVE_INFINITY])
    assert.equal(scorePrisma7({ age }).status, 'invalid');
});
