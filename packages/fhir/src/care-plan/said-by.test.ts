import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineIn } from './codec-of.ts';
import { editsOfLine } from './line-edits.ts';
import { goalCodec } from './goal-codec.ts';

/** As other systems write it: the resident is named by a link alone. */
const GOAL = {
  resourceType: 'Goal',
  id: 'g1',
  lifecycleStatus: 'active',
  description: { text: 'Fewer tablets' },
  subject: { reference: 'Patient/17' },
  expressedBy: { reference: 'Patient/17' },
};

test('a goal of which a link alone says that the resident gave it was said by the resident', () => {
  assert.equal(lineIn(GOAL)?.fields['saidBy'], 'the resident');
  const named = { ...GOAL, expressedBy: { reference: 'Patient/17', display: 'Beryl' } };
  assert.equal(lineIn(named)?.fields['saidBy'], 'Beryl');
});

test('whoever it is that a link names, nobody is named in their place', () => {
  for (const expressedBy of [undefined, { reference: 'Patient/18' }, { reference: 'RelatedPerson/3' }])
    assert.equal(lineIn({ ...GOAL, expressedBy })?.fields['saidBy'], null);
});

test('another step of such a goal changes the step alone, and needs no decision between the resident and nobody', () => {
  const before = lineIn(GOAL)?.fields ?? {};
  const edits = editsOfLine(goalCodec, 'goal', GOAL, before, { ...before, step: 'Stop the evening one' });
  assert.deepEqual(
    edits.map(({ path }) => path),
    [['target']],
  );
  const [renamed] = editsOfLine(goalCodec, 'goal', GOAL, before, { ...before, saidBy: 'Beryl' });
  assert.deepEqual(renamed, {
    path: ['expressedBy'],
    from: { is: 'value', value: GOAL.expressedBy },
    to: { is: 'value', value: { display: 'Beryl' } },
  });
});
