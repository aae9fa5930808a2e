import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { ENGLAND, loadOfHome, POLLING, pollsPerMinute, tables } from './model/scale.ts';

test('docs/scale.md holds the numbers of the model as it is', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/scale.md'), 'utf8');
  assert.ok(page.includes(tables()), 'run "npm run model -- scale" and put its table into docs/scale.md');
});

test('a home in which nothing changes is asked at the longest wait, and one that always changes at the shortest', () => {
  assert.equal(pollsPerMinute(0, POLLING.onScreen), 1 / POLLING.most);
  assert.ok(Math.abs(pollsPerMinute(1_000, POLLING.onScreen) - 1 / POLLING.onScreen) < 1e-9);
  assert.equal(pollsPerMinute(1, POLLING.inBackground), 1 / POLLING.inBackground);
});

test('more changes never make fewer polls, and no rate goes outside the rules', () => {
  const rates = fc.double({ min: 0, max: 10, noNaN: true });
  fc.assert(
    fc.property(rates, rates, (one, other) => {
      const [few, many] = [Math.min(one, other), Math.max(one, other)].map((rate) =>
        pollsPerMinute(rate, 0.5),
      );
      assert.ok(few !== undefined && many !== undefined);
      assert.ok(few <= many + 1e-9);
      assert.ok(few >= 1 / 15 - 1e-9 && many <= 2 + 1e-9);
    }),
  );
});

test('the polls of the model are those of a clock that is simulated change by change', () => {
  const rate = 0.23;
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  let [minutes, polls, wait] = [0, 0, POLLING.onScreen as number];
  while (polls < 200_000) {
    minutes += wait;
    polls += 1;
    const found = random() > Math.exp(-rate * wait);
    wait = found ? POLLING.onScreen : Math.min(wait * 2, POLLING.most);
  }
  assert.ok(Math.abs(polls / minutes - pollsPerMinute(rate, POLLING.onScreen)) < 0.01);
});

test('a home above 50 residents is asked in two questions, and a server without batch twenty times as often', () => {
  const usual = loadOfHome(ENGLAND);
  const large = loadOfHome({ ...ENGLAND, residents: ENGLAND.homes * 60, changesPerResident: 0 });
  const quiet = loadOfHome({ ...ENGLAND, changesPerResident: 0 });
  assert.ok(Math.abs(large.batched - large.writes - 2 * (quiet.batched - quiet.writes)) < 1e-9);
  assert.ok(Math.abs(usual.single - usual.writes - 20 * (usual.batched - usual.writes)) < 1e-9);
});
