import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areaOf, scores, type Judged } from './report.ts';
import type { Mutant } from './sample.ts';

const mutant = (file: string): Mutant => ({
  kind: 'number',
  start: 0,
  end: 1,
  replacement: '2',
  around: '1',
  file,
  key: 'a',
});
const judged = (file: string, outcome: Judged['outcome']): Judged => ({ mutant: mutant(file), outcome });

test('an area is a folder of a package', () => {
  assert.equal(areaOf('packages/clinical/src/form/engine/settle.ts'), 'clinical/form');
  assert.equal(areaOf('packages/clinical/src/section.ts'), 'clinical');
  assert.equal(areaOf('extension/src/vault/sites.ts'), 'extension/vault');
});

test('a score counts only judged mutants, and is never rounded up', () => {
  const lines = scores([
    judged('packages/clinical/src/form/a.ts', { state: 'killed', by: 'a' }),
    judged('packages/clinical/src/form/b.ts', { state: 'killed', by: 'a' }),
    judged('packages/clinical/src/form/c.ts', { state: 'survived', tests: 3 }),
    judged('packages/clinical/src/form/d.ts', { state: 'undecided' }),
    judged('extension/src/vault/e.ts', { state: 'undecided' }),
  ]);
  const line = (name: string) => lines.find((each) => each.startsWith(name))?.replaceAll(/\s+/g, ' ');
  assert.equal(line('clinical/form'), 'clinical/form 2 3 66 %');
  assert.equal(line('extension/vault'), 'extension/vault 0 0 –');
  assert.equal(line('all'), 'all 2 3 66 %');
});
