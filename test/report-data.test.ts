import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

function report(...words: readonly string[]) {
  const script = new URL('report-data.ts', import.meta.url).pathname;
  return spawnSync(process.execPath, ['--conditions=@ehch/source', script, ...words], { encoding: 'utf8' });
}

/** `N resources in M files: shown …, set aside …, unreadable …`. */
function totalsOf(output: string): readonly number[] {
  return (output.trim().split('\n').at(-1) ?? '').match(/\d+/g)?.map(Number) ?? [];
}

test('every file of a folder is named or counted, and the three outcomes add up to the resources found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const patient = { resourceType: 'Patient', id: 'p' };
    const allergy = {
      resourceType: 'AllergyIntolerance',
      id: 'a',
      patient: { reference: 'Patient/p' },
      code: { text: 'Latex' },
    };
    const foreign = { ...allergy, id: 'b', patient: { reference: 'Patient/q' } };
    const entry = [patient, allergy, { ...allergy, id: 'c', code: 5 }, { resourceType: 'Claim' }].map(
      (resource) => ({ resource }),
    );
    writeFileSync(
      join(folder, 'bundle.json'),
      JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }),
    );
    writeFileSync(join(folder, 'lines.ndjson'), `${JSON.stringify(patient)}\n${JSON.stringify(allergy)}\n`);
    writeFileSync(join(folder, 'about-somebody.json'), JSON.stringify(foreign));
    writeFileSync(join(folder, 'broken.json'), '{ not json');
    writeFileSync(join(folder, 'patient.xml'), '<Patient xmlns="http://hl7.org/fhir"/>');
    const { status, stdout } = report(folder);
    assert.equal(status, 0);
    assert.deepEqual(totalsOf(stdout), [7, 4, 5, 1, 1]);
    assert.match(stdout, /broken\.json: not JSON|broken\.json: unknown \(not JSON\)/);
    assert.match(stdout, /1 \.xml files are not JSON/);
    assert.match(stdout, /unreadable malformed \(code\): 1/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('without a path it says what to give', () => {
  const script = new URL('report-data.ts', import.meta.url).pathname;
  const { status, stderr } = spawnSync(process.execPath, ['--conditions=@ehch/source', script], {
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /Give a folder or a file/);
});

const shared = new URL('../../shared/data/', import.meta.url).pathname;
test(
  'over the public data the report adds up, and calls no named type unsupported',
  { skip: existsSync(shared) ? false : 'the public data is not on this machine' },
  () => {
    const { status, stdout } = report(shared);
    assert.equal(status, 0);
    const [found = 0, , shown = 0, aside = 0, unreadable = 0] = totalsOf(stdout);
    assert.ok(found > 10_000);
    assert.equal(shown + aside + unreadable, found);
    assert.doesNotMatch(stdout, /unsupported/);
  },
);

/** [P] Percent of the facts. Above it a caution is a habit that nobody reads any more. */
const MOST_WITH_MORE = 5;

test(
  'over the public data fewer than one fact in twenty says that there is more, and the table in the docs is what comes out',
  { skip: existsSync(shared) ? false : 'the public data is not on this machine' },
  () => {
    const { status, stdout } = report(shared, '--elements');
    assert.equal(status, 0);
    const [facts = 0, withMore = 0, share = 0] = factsIn(stdout).get('all') ?? [];
    assert.ok(facts > 1_000, `only ${facts} facts`);
    assert.ok(share < MOST_WITH_MORE, `${withMore} of ${facts} facts say that there is more`);
    const docs = readFileSync(new URL('../docs/data.md', import.meta.url), 'utf8');
    const columns = [...stdout.matchAll(/^([A-Z]\w+): (\d+) shown \+ (\d+) cautioned \+ (\d+) harmless$/gm)];
    const told = [...docs.matchAll(/^\| ([A-Z]\w+) +\| +(\d+) \| +(\d+) \| +(\d+) \|$/gm)];
    const rows = (found: readonly RegExpMatchArray[]) => found.map((row) => row.slice(1).join(' '));
    assert.deepEqual(rows(told), rows(columns));
    const sums = /^(\d+) elements .* = (\d+) shown \+ (\d+) cautioned \+ (\d+) harmless$/m.exec(stdout);
    const all = /^\| \*\*all (\d+)\*\* +\| \*\*(\d+)\*\* \| +\*\*(\d+)\*\* \| \*\*(\d+)\*\* \|$/m.exec(docs);
    assert.deepEqual(all?.slice(1), sums?.slice(1));
    const sentence = `The view shows ${facts.toLocaleString('en')} facts from these files. Of them ${withMore} (${share.toFixed(1)} %)`;
    assert.ok(docs.includes(sentence), sentence);
    const sections = [...factsIn(stdout)]
      .filter(([section, [count]]) => section !== 'all' && count > 0)
      .map(([section, [count, more]]) => `${section} ${more} of ${count}`);
    assert.ok(docs.includes(`By section: ${sections.join(', ')}.`), sections.join(', '));
  },
);

/** `facts in SECTION: N, more in the record at M (S %)`, by section. */
function factsIn(
  output: string,
): ReadonlyMap<string, readonly [count: number, withMore: number, share: number]> {
  const found = output.matchAll(/^facts in (\w+): (\d+), more in the record at (\d+) \(([\d.]+) %\)$/gm);
  return new Map(
    [...found].map(([, section = '', count, more]) => [
      section,
      [Number(count), Number(more), (100 * Number(more)) / Math.max(1, Number(count))],
    ]),
  );
}

test('with --elements, shown, cautioned and harmless values add up to all values of the resources shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const allergy = {
      resourceType: 'AllergyIntolerance',
      id: 'a',
      patient: { reference: 'Patient/p' },
      code: { text: 'Latex' },
      encounter: { reference: 'Encounter/e' },
      oddity: ['one', 'two'],
    };
    writeFileSync(join(folder, 'two.json'), JSON.stringify([{ resourceType: 'Patient', id: 'p' }, allergy]));
    const { status, stdout } = report(folder, '--elements');
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^AllergyIntolerance: 3 shown \+ 2 cautioned \+ 2 harmless$/m);
    assert.match(stdout, /^ {4}oddity: 0 shown \+ 2 cautioned \+ 0 harmless$/m);
    assert.match(stdout, /^facts in allergies: 1, more in the record at 1 \(100\.0 %\)$/m);
    assert.match(stdout, /^9 elements of the resources shown = 4 shown \+ 2 cautioned \+ 3 harmless$/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
