import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from './index.ts';
import { recordedTools } from './records.ts';

const byId = (id: string) => recordedTools.find((tool) => tool.id === id);

test('each tool is there once, says whose it is and what is recorded, and is no instrument', () => {
  const ids = recordedTools.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)].toSorted());
  const scored: readonly string[] = instruments.map(({ id }) => id);
  for (const { id, title, owner, url, licence, result } of recordedTools) {
    assert.ok(title && owner && licence && result);
    assert.ok(url === null || url.startsWith('https://'));
    assert.ok(!scored.includes(id));
  }
});

test('a recorded tool carries no question, no option, no cut and no score', () => {
  const allowed = new Set(['id', 'title', 'owner', 'url', 'licence', 'result', 'notice']);
  for (const tool of recordedTools) assert.ok(Object.keys(tool).every((key) => allowed.has(key)));
});

test('beside a decision about CPR stands what it is about, and what no record means', () => {
  assert.match(byId('dnacpr')?.notice ?? '', /about CPR only/);
  for (const id of ['dnacpr', 'respect']) assert.match(byId(id)?.notice ?? '', /none is recorded here/);
});
