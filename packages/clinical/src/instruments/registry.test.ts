import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findRuleSets } from '../../../../test/vectors/rule-sets.ts';
import { findExamples } from '../../../../test/vectors/examples.ts';
import { describeOutcome, runSet } from '../../../../test/vectors/run.ts';
import { instruments } from './index.ts';

const here = import.meta.dirname;
const folders = readdirSync(here, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test('a new instrument is one folder plus one line: folders and registry agree', () => {
  assert.deepEqual(
    instruments.map(({ id }) => id),
    folders.toSorted(),
  );
  const lines = readFileSync(join(here, 'index.ts'), 'utf8').match(/^import .*$/gm) ?? [];
  assert.deepEqual(
    lines,
    folders.toSorted().map((id) => `import { ${nameOf(id)} } from './${id}/${id}.ts';`),
  );
});

/** The folder in camel case; a name cannot start with a digit, so 4AT is `fourAt`. */
function nameOf(id: string): string {
  return id
    .replace(/^4/, 'four-')
    .replace(/^6/, 'six-')
    .replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

for (const { id, title, version, tier, direction, range, source, items, score } of instruments) {
  test(`${id} has its rule, examples and tests beside it, and names its owner`, () => {
    for (const kind of ['', '.vectors', '.test'])
      assert.ok(existsSync(join(here, id, `${id}${kind}.ts`)), kind);
    assert.ok(title && version && source.citation && source.licence && source.notice);
    assert.match(tier, /^(A|A\*|B|C)$/);
    if (range !== null) assert.ok(range[0] < range[1]);
    const ids = items.map((item) => item.id);
    assert.equal(new Set(ids).size, ids.length);
  });

  test(`${id} has the same version, range and direction in its definition and in its result`, () => {
    const result = score({});
    // If the form asks for the version, an empty form knows none.
    const applied = items.some((item) => item.id === 'version') ? 'not-stated' : version;
    assert.deepEqual([result.version, result.range, result.direction], [applied, range, direction]);
  });

  test(`${id} answers an empty input with "incomplete", never with a number`, () => {
    const { instrument, status, total, band } = score({});
    assert.deepEqual(
      { instrument, status, total, band },
      { instrument: id, status: 'incomplete', total: null, band: null },
    );
  });
}

const ruleSets = await findRuleSets();
for (const set of await findExamples()) {
  test(`worked examples: ${set.name}`, () => {
    const outcome = runSet(set, ruleSets);
    assert.equal(
      outcome.state,
      'passed',
      `${describeOutcome(outcome)}\n${JSON.stringify(outcome.failures, null, 2)}`,
    );
  });
}

test('every rule set has its own worked examples', async () => {
  const covered = (await findExamples()).map(({ name }) => name);
  const sets = [...ruleSets.keys()].filter((name) => !name.endsWith('/subscore'));
  assert.deepEqual(covered.toSorted(), sets.toSorted());
});
