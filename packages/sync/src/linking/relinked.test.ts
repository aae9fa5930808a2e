import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '@ehch/store';
import { relinked } from './relinked.ts';

const FROM = 'a1b2c3d4-0000-4000-8000-000000000001';
const LINKER = { sub: 'nurse-2', display: 'Sam Okafor', reference: 'Practitioner/7', role: 'nurse' };
const AUTHOR = { sub: 'carer-1', display: 'Grace Mensah', reference: null, role: 'carer' };

const operation = (body: string, more: Partial<Operation> = {}): Operation => ({
  format: 1,
  intent: 'intent-1',
  resident: FROM,
  class: 'clinical',
  author: AUTHOR,
  pressedAt: '2026-11-20T09:15:00Z',
  clockOffsetMs: null,
  dependsOn: ['intent-0'],
  parts: [{ op: 'create', type: 'Observation', id: 'o1', body }],
  about: {
    id: 'intent-1',
    resident: FROM,
    what: { kind: 'note', draft: { resident: FROM, words: 'as before' } },
  },
  ...more,
});

const link = (of: Operation) => relinked(of, { from: FROM, to: 'agnes' }, LINKER);

test('(SPEC J3) nothing but the resident and the linker changes: not the intent, its author, ids or numbers', () => {
  const before = operation(`{"value":7.10,"subject":{"reference":"Patient/${FROM}"}}`);
  const { resident, linkedBy, parts, about, ...rest } = link(before);
  const { resident: _, parts: formerParts, about: formerAbout, ...former } = before;
  assert.deepEqual(rest, former);
  assert.deepEqual([resident, linkedBy], ['agnes', LINKER]);
  assert.deepEqual(parts, [
    { ...formerParts[0], body: '{"value":7.10,"subject":{"reference":"Patient/agnes"}}' },
  ]);
  assert.deepEqual(about, {
    id: 'intent-1',
    resident: 'agnes',
    what: { kind: 'note', draft: { resident: 'agnes', words: 'as before' } },
  });
  assert.equal(JSON.stringify(formerAbout).includes(FROM), true);
});

test('(SPEC J3) what would still name the local resident is not linked at all', () => {
  for (const body of [`{"note":"${FROM}"}`, `{"subject":{"reference":"https://old.test/Patient/${FROM}"}}`])
    assert.throws(() => link(operation(body)), { code: 'unsupported' });
});

test('an edit stands on no version of the local copy, and still says what it replaces', () => {
  const edits = [
    {
      path: ['status'],
      from: { is: 'value', value: 'final' },
      to: { is: 'value', value: 'entered-in-error' },
    },
  ] as const;
  const before = operation('', {
    parts: [{ op: 'update', type: 'Observation', id: 'o1', edits, base: '1' }],
  });
  assert.deepEqual(link(before).parts, [{ op: 'update', type: 'Observation', id: 'o1', edits, base: null }]);
});
