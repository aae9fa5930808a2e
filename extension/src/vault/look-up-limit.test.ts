import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BESS, entry, setUp, turn } from './hand-driven.fixtures.ts';
import { LookUpLimit } from './look-up-limit.ts';

Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: false });

test('a tab asks for ten records in any minute, and for the next one when the oldest of them is a minute old', () => {
  let now = 5_000;
  const limit = new LookUpLimit(() => now);
  for (let at = 0; at < 10; at += 1) {
    assert.equal(limit.waitMs(1), 0);
    limit.took(1);
    now += 1_000;
  }
  assert.equal(limit.waitMs(1), 50_000);
  assert.equal(limit.waitMs(2), 0, 'another tab has asked for none');
  now += 50_000;
  assert.equal(limit.waitMs(1), 0);
  limit.took(1);
  assert.equal(limit.waitMs(1), 1_000);
  limit.forget(1);
  assert.equal(limit.waitMs(1), 0);
});

test('a page that cycles residents makes the vault ask for ten records, and the panel says why it waits', async () => {
  const people = Array.from({ length: 12 }, (_, at) =>
    entry(`r${at}`, `Family${at}`, '1940-01-01', `99900000${10 + at}`),
  );
  const { vault, panel, lists, say, clear, asked, last } = setUp();
  vault.addPanel(panel);
  vault.readRoster();
  lists[0]?.settle(people);
  await turn();
  for (const { nhsNumber, name } of people) {
    if (nhsNumber.state !== 'verified') continue;
    say({ ...BESS, nhsNumber: nhsNumber.value, born: '1940-01-01', family: name?.family ?? null });
    clear();
  }
  assert.equal(asked.length, 10);
  say({ ...BESS, nhsNumber: '9990000010', born: '1940-01-01', family: 'FAMILY0' });
  assert.equal(last()?.kind, 'too-many');
  vault.close();
});
