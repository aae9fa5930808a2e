import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sampleHome } from '../packages/dev-server/src/index.ts';
import { buildView, readText, type Entry } from '../packages/fhir/src/index.ts';
import { everySubjectOf } from './report-data/account.ts';

// Servers give the same record in different orders. Neither the order of equals nor any id may depend on that. Otherwise
// "what changed" would show changes that nobody made.

const NOW = '2026-11-21T09:30:00Z';
const SHUFFLES = [1, 2, 3];

/** Each section as JSON text, so that a failure names the section. */
function sectionsOf(patient: string, resources: readonly unknown[]): Readonly<Record<string, string>> {
  const { view } = buildView({
    resident: patient,
    patient,
    resources,
    outcomes: {},
    now: NOW,
    sourceLabel: 'Shared record',
  });
  return Object.fromEntries(
    Object.entries(view.sections).map(([name, section]) => [name, JSON.stringify(section)]),
  );
}

function assertOrderless(patient: string, resources: readonly unknown[], label: string): void {
  const expected = sectionsOf(patient, resources);
  assert.deepEqual(sectionsOf(patient, resources.toReversed()), expected, `${label}, reversed`);
  for (const seed of SHUFFLES)
    assert.deepEqual(sectionsOf(patient, shuffled(resources, seed)), expected, `${label}, shuffle ${seed}`);
}

/** Fisher-Yates shuffle, with a seeded generator so that a failure can be repeated. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { item, key: state };
  });
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

test('every section of every sample resident is byte for byte the same, whatever the order of the record', () => {
  const { resources, patientIds } = sampleHome();
  const shared = resources.filter((one) => !JSON.stringify(one).includes('"Patient/'));
  for (const [key, id] of Object.entries(patientIds)) {
    const own = resources.filter(
      (one) => one.id === id || JSON.stringify(one).includes(`"reference":"Patient/${id}"`),
    );
    assertOrderless(id, [...shared, ...own], key);
  }
});

const data = new URL('../../shared/data/', import.meta.url).pathname;
/** The largest file to read, in bytes. Larger files take long and contain nothing of another kind. */
const LARGEST = 400_000;

test(
  'public records read the same in whatever order they came',
  { skip: existsSync(data) ? false : 'the public data is not on this machine' },
  () => {
    const files = globSync('{ehr,edge/valid,edge/r4,ips,nhs/**,synthea}/*.json', { cwd: data })
      .toSorted()
      .filter((file) => statSync(join(data, file)).size < LARGEST);
    let read = 0;
    for (const file of files) {
      const { entries } = readText(readFileSync(join(data, file), 'utf8'));
      if (entries.length < 2) continue;
      read++;
      for (const subject of everySubjectOf(entries).slice(0, 3)) assertOrderless(subject, entries, file);
    }
    assert.ok(read > 50, String(read));
    // Treats the examples of an implementation guide as one record about one person.
    for (const folder of ['ukcore', 'pacio-adi']) {
      const together: Entry[] = globSync(`${folder}/**/*.json`, { cwd: data })
        .toSorted()
        .flatMap((file) => readText(readFileSync(join(data, file), 'utf8')).entries);
      for (const subject of everySubjectOf(together).slice(0, 4)) assertOrderless(subject, together, folder);
    }
  },
);
