import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { GLANCE_RULES } from './index.ts';

test('every rule is one file and one line of the registry', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && name !== 'index.ts')
    .map((name) => name.replace(/\.ts$/, ''));
  const registry = readFileSync(new URL('index.ts', import.meta.url), 'utf8');
  const imported = [...registry.matchAll(/^import \{ (\w+) \} from '\.\/([\w-]+)\.ts';$/gm)];
  assert.deepEqual(new Set(imported.map(([, , file]) => file)), new Set(files));
  for (const [, rule] of imported) assert.match(registry, new RegExp(`^  ${rule},$`, 'm'));
  assert.equal(GLANCE_RULES.length, files.length);
});
