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

test('every value that UK Core fixes is written as it fixes it', (t) => {
  if (!existsSync(DEFINITIONS)) return t.skip('the UK Core definitions are not here');
  const news2 = write(
    finished('news2', Object.fromEntries(Object.entries(SET).map(([k, v]) => [k, given(v)]))),
  );
  const bmi = write(finished('bmi', { kg: given(num(58.2)), heightM: given(num(1.62)) }));
  const profiled = ofType([...news2, ...bmi], 'Observation');
  assert.equal(profiled.length, 11);
  // Nobody claims a profile that cannot be met, because a server that validates would refuse the whole form.
  assert.ok(!JSON.stringify(profiled).includes('VitalSigns-BloodPressure'));
  for (const resource of profiled) {
    const { profile } = resource['meta'] as { profile: readonly [string] };
    const claimed = profile[0].split('/').at(-1) ?? '';
    // A blood pressure claims only the parent profile, and is written as its own profile fixes it.
    const own = texts(resource).includes('85354-9') ? ['UKCore-Observation-VitalSigns-BloodPressure'] : [];
    for (const name of [claimed, ...own])
      for (const [id, value] of fixedIn(name))
        assert.ok(texts(resource).includes(value), `${name}: ${id} must be ${value}`);
  }
});

/** The elements that a profile fixes, without those of a slice that is absent. */
function fixedIn(profile: string): readonly (readonly [id: string, value: string])[] {
  const file = join(DEFINITIONS, `${profile}.xml`);
  const fixed = [
    ...readFileSync(file, 'utf8').matchAll(/<element id="([^"]+)">([\s\S]*?)<\/element>/g),
  ].flatMap(([, id = '', body = '']) =>
    [...body.matchAll(/<fixed\w+ value="([^"]*)"/g)].map(([, value = '']) => [id, value] as const),
  );
  assert.ok(fixed.length > 0, file);
  return fixed.filter(([id]) => !id.includes('DiastolicBP'));
}

function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (isObject(value)) return Object.values(value).flatMap(texts);
  return typeof value === 'string' ? [value] : [];
}
