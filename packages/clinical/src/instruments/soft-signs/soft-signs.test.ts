import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertTotal } from '../whole-entry.fixtures.ts';
import { DANGER_SIGNS } from '../../escalation/danger-signs.ts';
import { SOFT_SIGN_ITEMS, SOFT_SIGNS } from './soft-sign-list.ts';
import { softSignsOf, type SoftSignsInput } from './soft-signs.ts';

const ids = SOFT_SIGNS.map(([id]) => id);
const answer = fc.constantFrom('yes', 'no', 'unable', 'refused', 'not-asked', 'not-known', null);
const answers = fc.dictionary(
  fc.constantFrom(...ids, ...ids.map((id) => `${id}-usual`)),
  answer,
) as fc.Arbitrary<SoftSignsInput>;

test('any input has a result, and no result has a number', () => {
  assertTotal(softSignsOf, ...ids, ...ids.map((id) => `${id}-usual`));
  fc.assert(
    fc.property(answers, (input) => {
      const result = softSignsOf(input);
      assert.ok(!Object.values(result).some((value) => typeof value === 'number'));
      assert.ok(Object.values(result.items).every(({ score }) => score === null));
    }),
  );
  assert.doesNotMatch(JSON.stringify(SOFT_SIGN_ITEMS), /points/);
});

test('one more sign never removes a prompt, whatever else was answered or left out', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(...ids), (input, id) => {
      const before = softSignsOf({ ...input, [id]: 'no' });
      const after = softSignsOf({ ...input, [id]: 'yes', [`${id}-usual`]: 'no' });
      assert.equal(after.prompt, 'observations-or-ladder');
      assert.deepEqual(
        before.prompting.filter((each) => !after.prompting.includes(each)),
        [],
      );
    }),
  );
});

test('only "usual: yes" removes a sign from the prompt, and nothing removes it from the record', () => {
  for (const id of ids) {
    for (const usual of [undefined, null, 'no', 'not-known', 'YES', true]) {
      const input = { [id]: 'yes', [`${id}-usual`]: usual } as SoftSignsInput;
      assert.deepEqual(softSignsOf(input).prompting, [id]);
    }
    const { signs } = softSignsOf({ [id]: 'yes', [`${id}-usual`]: 'yes' });
    assert.deepEqual(
      signs.map((sign) => sign.id),
      [id],
    );
  }
});

test('no brand is on the list, nor the smell or colour of urine', () => {
  const words = JSON.stringify([SOFT_SIGN_ITEMS, DANGER_SIGNS]);
  assert.doesNotMatch(words, /restore|stop and watch|smell|colour|dipstick/i);
});

test('the danger signs wait for local sign-off', () => {
  assert.ok(DANGER_SIGNS.needsLocalSignOff);
  assert.equal(new Set(DANGER_SIGNS.signs.map(({ id }) => id)).size, DANGER_SIGNS.signs.length);
});
