import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { condition, home, MINUTE, pulling, type Pulling } from '../packages/sync/test/pulling.ts';
import { ENGLAND, loadOfHome, pollsPerMinute, tables, waitsOf } from './model/scale.ts';

test('docs/scale.md holds the numbers of the model as it is', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/scale.md'), 'utf8');
  assert.ok(page.includes(tables()), 'run "npm run model -- scale" and put its table into docs/scale.md');
});

const onScreen = waitsOf('on-screen');
const [first = 0, longest = 0] = [onScreen[0], onScreen.at(-1)];

test('a home in which nothing changes is asked at the longest wait, and one that always changes at the shortest', () => {
  assert.equal(first, 0.5);
  assert.equal(pollsPerMinute(0, onScreen), 1 / longest);
  assert.ok(Math.abs(pollsPerMinute(1_000, onScreen) - 1 / first) < 1e-9);
  assert.ok(Math.abs(pollsPerMinute(1, waitsOf('hidden')) - 1 / 15) < 1e-9);
});

test('more changes never make fewer polls, and no rate goes outside the rules', () => {
  const rates = fc.double({ min: 0, max: 10, noNaN: true });
  fc.assert(
    fc.property(rates, rates, (one, other) => {
      const [few, many] = [Math.min(one, other), Math.max(one, other)].map((rate) =>
        pollsPerMinute(rate, onScreen),
      );
      assert.ok(few !== undefined && many !== undefined);
      assert.ok(few <= many + 1e-9);
      assert.ok(few >= 1 / longest - 1e-9 && many <= 1 / first + 1e-9);
    }),
  );
});

test('the polls of the model are those of a clock that is simulated change by change', () => {
  const rate = 0.23;
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  let [minutes, polls, quiet] = [0, 0, 0];
  while (polls < 200_000) {
    const wait = onScreen[Math.min(quiet, onScreen.length - 1)] ?? 0;
    minutes += wait;
    polls += 1;
    quiet = random() > Math.exp(-rate * wait) ? 0 : quiet + 1;
  }
  assert.ok(Math.abs(polls / minutes - pollsPerMinute(rate, onScreen)) < 0.01);
});

test('a home above 50 residents is asked in two questions, and without batch once for each feed', () => {
  const usual = loadOfHome(ENGLAND);
  const large = loadOfHome({ ...ENGLAND, residents: ENGLAND.homes * 60, changesPerResident: 0 });
  const quiet = loadOfHome({ ...ENGLAND, changesPerResident: 0 });
  assert.ok(Math.abs(large.batched - large.writes - 2 * (quiet.batched - quiet.writes)) < 1e-9);
  assert.ok(Math.abs(usual.single - usual.writes - ENGLAND.feeds * (usual.batched - usual.writes)) < 1e-9);
});

/** What the real client asks in a virtual hour of one window on screen, once the first load is done. */
async function measuredHour(between: (pulled: Pulling) => void): Promise<number> {
  const pulled = await pulling(home);
  await pulled.settle();
  await pulled.run(30 * MINUTE, 2 * MINUTE);
  const from = pulled.asked.length;
  for (const end = pulled.now() + 60 * MINUTE; pulled.now() < end;) {
    const { state } = await pulled.pull.step();
    if (state === 'did') continue;
    between(pulled);
    pulled.pass(Math.max(1, pulled.pull.nextAt() - pulled.now()));
  }
  return pulled.asked.length - from;
}

test('the real client asks in an hour what the model says: where nothing changes, and where something always does', async () => {
  const quiet = await measuredHour(() => undefined);
  let changes = 0;
  const busy = await measuredHour((pulled) => pulled.put(condition(`change-${++changes}`, 'agnes')));
  // One window alone: neither a second one, nor writes. Every quarter of an hour the list and its Patients are read as well.
  const rest = 12;
  const model = (rate: number) => 60 * pollsPerMinute(rate, onScreen) * ENGLAND.feeds + rest;
  for (const [measured, expected] of [
    [quiet, model(0)],
    [busy, model(1_000)],
  ] as const)
    assert.ok(Math.abs(measured / expected - 1) < 0.05, `${measured} asked, ${expected} by the model`);
});
