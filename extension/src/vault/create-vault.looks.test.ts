import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ANNE, BESS, NOW, withRoster } from './hand-driven.fixtures.ts';

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

test('the vault asks for the glance since a panel last showed the resident', async () => {
  const { say, asked } = await withRoster();
  say(ANNE);
  asked[0]?.give();
  say(BESS);
  say(ANNE);
  assert.deepEqual(
    asked.map(({ resident, since }) => [resident, since]),
    [
      ['anne', null],
      ['bess', null],
      ['anne', NOW],
    ],
  );
});

test('a record that no panel showed was not looked at', async () => {
  const { say, asked } = await withRoster();
  say(ANNE);
  say(BESS);
  say(ANNE);
  assert.deepEqual(
    asked.map(({ since }) => since),
    [null, null, null],
  );
});

test('a tab that is looked at again goes on with the same look', async () => {
  const { say, asked, vault, panel } = await withRoster();
  say(ANNE);
  asked[0]?.give();
  vault.follow(panel, 2);
  vault.follow(panel, 1);
  assert.equal(asked.length, 2);
  assert.equal(asked[1]?.since, null);
});

test('when the last panel closes, who was looked at is forgotten', async () => {
  const { say, asked, vault, panel } = await withRoster();
  say(ANNE);
  asked[0]?.give();
  vault.removePanel(panel);
  vault.addPanel(panel);
  say(BESS);
  say(ANNE);
  assert.equal(asked.at(-1)?.since, null);
});
