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

// By each source: "5 of 18" beside the wrong scale, or in the wrong direction, reads as another state.
const PUBLISHED = {
  'higher-worse': {
    '4at': [0, 12],
    '6cit': [0, 28],
    abbey: [0, 18],
    charlson: [0, 37],
    cornell: [0, 38],
    edmonton: [0, 17],
    'frail-scale': [0, 5],
    gds15: [0, 15],
    gds4: [0, 4],
    must: [0, 6],
    news2: [0, 20],
    painad: [0, 10],
    phq2: [0, 6],
    'prisma-7': [0, 7],
    efi: [0, 1],
    efi2: [0, 1],
    'frailty-index': [0, 1],
  },
  'lower-worse': {
    amt4: [0, 4],
    amts10: [0, 10],
    'barthel-100': [0, 100],
    'barthel-20': [0, 20],
    braden: [6, 23],
  },
  none: { bristol: [1, 7], cfs: [1, 9] },
} as const;

for (const [direction, ranges] of Object.entries(PUBLISHED))
  for (const [id, range] of Object.entries(ranges))
    test(`${id} reaches from ${range.join(' to ')} as published, and says which end is worse`, () => {
      const found = instruments.find((instrument) => instrument.id === id);
      assert.deepEqual([found?.range, found?.direction], [range, direction]);
    });

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
