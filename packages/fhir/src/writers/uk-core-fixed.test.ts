import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isObject } from '../entry.ts';
import { finished, given, num, ofType, SET, write } from './finished.fixtures.ts';

const DEFINITIONS = join(
  import.meta.dirname,
  '../../../../../shared/data/ukcore-definitions/structuredefinitions',
);

test('what UK Core fixes is as it fixes it', (t) => {
  if (!existsSync(DEFINITIONS)) return t.skip('the UK Core definitions are not here');
  const news2 = write(
    finished('news2', Object.fromEntries(Object.entries(SET).map(([k, v]) => [k, given(v)]))),
  );
  const bmi = write(finished('bmi', { kg: given(num(58.2)), heightM: given(num(1.62)) }));
  const profiled = ofType([...news2, ...bmi], 'Observation');
  assert.equal(profiled.length, 11);
  for (const resource of profiled) {
    const { profile } = resource['meta'] as { profile: readonly [string] };
    const file = join(DEFINITIONS, `${profile[0].split('/').at(-1)}.xml`);
    const fixed = [
      ...readFileSync(file, 'utf8').matchAll(/<element id="([^"]+)">([\s\S]*?)<\/element>/g),
    ].flatMap(([, id = '', body = '']) =>
      [...body.matchAll(/<fixed\w+ value="([^"]*)"/g)].map(([, value = '']) => [id, value] as const),
    );
    assert.ok(fixed.length > 0, file);
    for (const [id, value] of fixed) {
      // A slice that is not there fixes nothing.
      if (id.includes('DiastolicBP')) continue;
      assert.ok(texts(resource).includes(value), `${profile[0]}: ${id} must be ${value}`);
    }
  }
});

function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (isObject(value)) return Object.values(value).flatMap(texts);
  return typeof value === 'string' ? [value] : [];
}
