import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fate, observation, section, snomed, value, type Json } from '../../../record.fixtures.ts';

const severe = (said: Json) => observation('f', snomed('925861000000102', 'Severe frailty'), said);
const levelSeven = (said: Json) => observation('c', snomed('1129391000000100', 'CFS level 7'), said);

test('severe frailty is read from an observation too, with the value that stands beside it', () => {
  assert.deepEqual(
    [severe({}), severe({ valueString: 'since the fracture' })].map(
      (resource) => value('frailty', [resource]).statements[0]?.text,
    ),
    ['Severe frailty', 'Severe frailty: since the fracture'],
  );
});

test('severe frailty that is denied is none, and only where nothing else is said', () => {
  assert.deepEqual(fate('f', [severe({ valueString: 'No.' })]), { state: 'set-aside', why: 'refuted' });
  const { statements, notMeasured } = value('frailty', [severe({ valueString: 'No change since May' })]);
  assert.deepEqual(
    [statements, notMeasured?.map(({ name, why }) => `${name}: ${why}`)],
    [[], ['Severe frailty: No change since May']],
  );
});

test('a level in the code is not known where the value begins with a no and goes on', () => {
  const { cfs, notMeasured } = value('frailty', [levelSeven({ valueString: 'No change since May' })]);
  assert.deepEqual([cfs, notMeasured?.[0]?.why], [[], 'No change since May']);
  assert.equal(section('frailty', [levelSeven({ valueBoolean: false })]).state, 'known');
});

test('a code for one level and words for another are no level', () => {
  const said = { valueCodeableConcept: { ...snomed('1129391000000100'), text: 'CFS 5' } };
  const { cfs, notMeasured } = value('frailty', [observation('c', snomed('763264000'), said)]);
  assert.deepEqual([cfs, notMeasured?.[0]?.why], [[], 'cannot be read as one level: CFS 5']);
  const versioned = { ...snomed('1129391000000100', 'CFS level 7'), text: 'CFS 2.0 level 7' };
  assert.equal(value('frailty', [observation('c', versioned, {})]).cfs[0]?.level, 7);
});
