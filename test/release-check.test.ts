import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  cfs,
  instruments,
  isConfirmed,
  type Permission,
} from '../packages/clinical/src/instruments/index.ts';
import { openPermissions } from '../.ci/release-check.ts';

const root = join(import.meta.dirname, '..');
const planted = (permission: Permission) => openPermissions([{ ...cfs, permission }]);

test('an instrument without confirmed permission stops the release, and is named with the reason', () => {
  const because = 'Planted for this test.';
  for (const permission of [
    { state: 'unconfirmed', because },
    { state: 'asked', on: '2026-11-01', because },
  ] as const) {
    const [line, ...more] = planted(permission);
    assert.match(line ?? '', /^cfs: .*Planted for this test/);
    assert.deepEqual(more, []);
  }
});

test('an instrument that needs no permission, has it, or leaves it to the user stops nothing', () => {
  const because = 'Planted for this test.';
  assert.deepEqual(planted({ state: 'not-needed', because }), []);
  assert.deepEqual(planted({ state: 'needed-by-user', because }), []);
  assert.deepEqual(planted({ state: 'held', on: '2026-11-01', reference: 'letter', because }), []);
});

test('the command fails or passes by the registry, and every package runs it before publishing', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@ehch/source', '.ci/release-check.ts'],
    { cwd: root, encoding: 'utf8' },
  );
  const open = instruments.filter(({ permission }) => !isConfirmed(permission));
  assert.equal(status, open.length === 0 ? 0 : 1);
  for (const { id } of open) assert.match(stderr, new RegExp(`^${id}: `, 'm'));
  for (const name of ['clinical', 'fhir', 'store', 'sync', 'elements', 'sdk']) {
    const { scripts } = JSON.parse(readFileSync(join(root, `packages/${name}/package.json`), 'utf8')) as {
      scripts: Record<string, string>;
    };
    assert.equal(scripts['prepublishOnly'], 'npm --prefix ../.. run release:check', name);
  }
});
