import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent, ResidentEntered } from '@ehch/clinical';
import type { JsonObject } from '../../entry.ts';
import { author, created, LATER } from './operations.fixtures.ts';
import type { WrittenOperation } from './operation.ts';
import { writeIntent } from './write-intent.ts';

const RESIDENT = '7c1f2a3b-4d5e-4f60-8a7b-9c0d1e2f3a4b';
const by = { name: 'S. Okafor', role: 'nurse' };
const person: ResidentEntered = {
  family: 'Farrow',
  given: ['Gwendoline', 'May'],
  born: '1938-04',
  nhsNumber: '9990000018',
  room: '4',
};

function written(what: CareIntent['what'], resources?: readonly JsonObject[]): WrittenOperation {
  const intent = { id: LATER, resident: RESIDENT, pressedAt: '2026-11-20T09:40:00Z', what };
  return writeIntent(intent, {
    author,
    clockOffsetMs: 0,
    ...(resources !== undefined && { written: resources }),
  });
}

const adding = (more: Partial<ResidentEntered> = {}) =>
  written({
    kind: 'add-resident',
    home: { id: 'rowan', name: 'Rowan Court' },
    person: { ...person, ...more },
    looked: [],
    by,
  });

const oneOf = (resources: readonly JsonObject[], type: string): JsonObject =>
  resources.find(({ resourceType }) => resourceType === type) ?? assert.fail(`There is no ${type}.`);

test('a resident is a Patient under the intent’s resident, with a number that nobody has traced', () => {
  const patient = oneOf(created(adding()), 'Patient');
  assert.equal(patient['id'], RESIDENT);
  assert.equal(patient['birthDate'], '1938-04');
  assert.deepEqual(patient['name'], [{ use: 'official', family: 'Farrow', given: ['Gwendoline', 'May'] }]);
  const identifier = JSON.stringify(patient['identifier']);
  assert.match(identifier, /"value":"9990000018"/);
  assert.match(identifier, /"code":"02"/);
});

test('what is not known is left out, and no date is made up', () => {
  const resources = created(adding({ born: null, nhsNumber: null, room: null }));
  const patient = oneOf(resources, 'Patient');
  assert.equal('birthDate' in patient || 'identifier' in patient, false);
  assert.equal('name' in oneOf(resources, 'Location'), false);
  assert.equal(JSON.stringify(resources).includes('"period"'), false);
});

test('the same press gives the same resources, each under an id of its own', () => {
  assert.deepEqual(adding(), adding());
  const ids = created(adding()).map(({ id }) => id);
  assert.equal(new Set(ids).size, 4);
});

test('what was typed with spaces is written without, and what cannot be is not written', () => {
  const typed = oneOf(created(adding({ family: ' Farrow ', nhsNumber: '999 000 0018' })), 'Patient');
  assert.match(JSON.stringify(typed), /"value":"9990000018".*"family":"Farrow"/);
  assert.throws(() => adding({ nhsNumber: '9990000019' }), { code: 'bad-argument' });
  assert.throws(() => adding({ family: '' }), { code: 'bad-argument' });
});

test('a correction changes what differs, each with what it was before, and nothing else', () => {
  const resources = created(adding());
  const correct = { kind: 'correct-resident', looked: [], by } as const;
  const operation = written({ ...correct, person: { ...person, born: '1938-04-09', room: '7' } }, resources);
  assert.deepEqual(
    operation.parts.map((part) => [part.type, part.op === 'update' ? part.edits : null]),
    [
      [
        'Patient',
        [
          {
            path: ['birthDate'],
            from: { is: 'value', value: '1938-04' },
            to: { is: 'value', value: '1938-04-09' },
          },
        ],
      ],
      ['Location', [{ path: ['name'], from: { is: 'value', value: '4' }, to: { is: 'value', value: '7' } }]],
    ],
  );
  const emptied = written({ ...correct, person: { ...person, nhsNumber: null } }, resources);
  const [first] = emptied.parts;
  assert.deepEqual(first?.op === 'update' && first.edits[0]?.to, { is: 'absent' });
  assert.throws(() => written({ ...correct, person }, []), { code: 'bad-argument' });
});

test('whoever left has stays that ended, and whoever died is a Patient who says so', () => {
  const resources = created(adding());
  const left = (why: 'moved' | 'died', on: string | null) =>
    JSON.stringify(written({ kind: 'resident-left', why, on, by }, resources).parts);
  const moved = left('moved', '2026-11-19');
  assert.match(moved, /"finished"/);
  assert.match(moved, /"end":"2026-11-19"/);
  assert.doesNotMatch(moved, /deceased/);
  assert.match(
    left('died', '2026-11'),
    /"deceasedDateTime"\],"from":\{"is":"absent"\},"to":\{"is":"value","value":"2026-11"\}/,
  );
  assert.match(left('died', null), /"deceasedBoolean"/);
});
