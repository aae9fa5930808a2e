import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { instruments } from '../../instruments/index.ts';
import { lowestOf } from '../../instruments/bands.ts';

/** The files that raise a problem or count a deficit by a score. */
const FILES = ['problem-rules', 'deficits', '.'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => join(folder, name)),
);

/** `abbey: 8` or `'acb', 3`: a cut of an instrument that is written beside its name, and so a second time. */
function cutsWritten(text: string): readonly string[] {
  return instruments.flatMap(({ id }) => {
    const name = id.replaceAll('-', '\\-');
    return text.match(new RegExp(`['"]?(?<![\\w-])${name}['"]?\\s*[:,]\\s*\\d+`, 'g')) ?? [];
  });
}

test('no cut of an instrument is written a second time: problems and deficits take it from the instrument', () => {
  assert.ok(FILES.length > 40, String(FILES.length));
  for (const file of FILES) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    assert.deepEqual(cutsWritten(text), [], file);
  }
});

test('a cut that is written beside an instrument’s name is found', () => {
  assert.deepEqual(cutsWritten("{ abbey: 8, '4at': 4 }").length, 2);
  assert.deepEqual(cutsWritten("scoreFrom('medicines', 'Five', 'polypharmacy', 5)").length, 1);
  assert.deepEqual(cutsWritten('my-abbey: 8'), []);
});

test('the cut of a band is its lowest whole total', () => {
  const rows = [
    [2, 'none'],
    [7, 'mild'],
    [18, 'severe'],
  ] as const;
  assert.deepEqual([lowestOf(rows, 'none'), lowestOf(rows, 'mild'), lowestOf(rows, 'severe')], [0, 3, 8]);
});
