import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from './index.ts';
import { recordedTools } from './records.ts';

const byId = (id: string) => recordedTools.find((tool) => tool.id === id);

test('each tool is listed once, names its owner and its result, and is not an instrument', () => {
  const ids = recordedTools.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)].toSorted());
  const scored: readonly string[] = instruments.map(({ id }) => id);
  for (const { id, title, owner, url, licence, result } of recordedTools) {
    assert.ok(title && owner && licence && result);
    assert.ok(url === null || url.startsWith('https://'));
    assert.ok(!scored.includes(id));
  }
});

test('a recorded tool has no question, option, cut-off or score', () => {
  const allowed = new Set(['id', 'title', 'owner', 'url', 'licence', 'result', 'notice']);
  for (const tool of recordedTools) assert.ok(Object.keys(tool).every((key) => allowed.has(key)));
});

test('a decision about CPR says what it covers, and what a missing record means', () => {
  assert.match(byId('dnacpr')?.notice ?? '', /about CPR only/);
  for (const id of ['dnacpr', 'respect']) assert.match(byId(id)?.notice ?? '', /none is recorded here/);
});
