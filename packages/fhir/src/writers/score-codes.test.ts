import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '@ehch/clinical/instruments';
import { LOCAL, LOINC, SNOMED } from '../codes/systems.ts';
import { cfsCode, scoreCode } from './score-codes.ts';

/** As they were read: see the sources beside the table. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  'barthel-100': [`${LOINC}|96761-2`],
  bmi: [`${SNOMED}|60621009`, `${LOINC}|39156-5`],
  efi: [`${SNOMED}|713636003`],
  efi2: [`${SNOMED}|713636003`],
  'frailty-index': [`${SNOMED}|713636003`],
  must: [`${SNOMED}|444297006`],
  news2: [`${SNOMED}|1104051000000101`],
  phq2: [`${LOINC}|55758-7`],
  tug: [`${SNOMED}|444680009`],
  waterlow: [`${SNOMED}|278897004`],
};

const codesOf = ({ coding }: Readonly<Record<string, unknown>>) =>
  (coding as readonly { system: string; code: string }[]).map(({ system, code }) => `${system}|${code}`);

test('a total leaves under its published codes and our own; one without leaves under our own alone', () => {
  for (const { id, title } of instruments) {
    const code = scoreCode(id, title);
    assert.deepEqual(codesOf(code), [...(PUBLISHED[id] ?? []), `${LOCAL}|${id}`], id);
    assert.equal(code['text'], title);
  }
});

test('each level of the Clinical Frailty Scale leaves under the code of that level, and no other', () => {
  const codes = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => {
    const code = cfsCode(level, 'CFS');
    assert.equal(code['text'], `CFS level ${level}`);
    const [published = '', own, ...others] = codesOf(code);
    assert.deepEqual([own, others], [`${LOCAL}|cfs`, []]);
    assert.ok(published.startsWith(`${SNOMED}|`), published);
    return published;
  });
  assert.equal(new Set(codes).size, 9);
  assert.deepEqual(codesOf(cfsCode(10, 'CFS')), [`${LOCAL}|cfs`]);
});
