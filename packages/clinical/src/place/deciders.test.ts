import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deciderFor } from './deciders.ts';

const PLACE = {
  deciders: [
    { kind: 'role', who: 'GP', until: null },
    { kind: 'person', who: 'Ines Duarte', until: '2026-11-20' },
  ],
} as const;

test('decisions are taken by whom the place names, by role or person, until the day that it says', () => {
  const line = (name: string | null, role: string | null, day = '2026-11-20') =>
    deciderFor(PLACE, { name, role }, day);
  assert.deepEqual(line('Dr Obi', 'gp'), PLACE.deciders[0]);
  assert.deepEqual(line('Ines Duarte', 'nurse'), PLACE.deciders[1]);
  assert.equal(line('Ines Duarte', 'nurse', '2026-11-21'), null);
  assert.equal(line('Amy Lowe', 'carer'), null);
  assert.equal(line('GP', 'carer'), null, 'a name is no role');
  assert.equal(line(null, null), null);
});

test('where the place names nobody, everybody proposes', () => {
  const gp = { name: 'Dr Obi', role: 'GP' };
  assert.equal(deciderFor({}, gp, '2026-11-20'), null);
  assert.equal(deciderFor(null, gp, '2026-11-20'), null);
  assert.equal(deciderFor(PLACE, null, '2026-11-20'), null);
  for (const who of [' ', '\u200b', '\u2060 \ufeff']) {
    const blank = { deciders: [{ kind: 'role', who, until: null }] } as const;
    for (const role of ['', null, '\u200b'])
      assert.equal(deciderFor(blank, { name: 'Dr Obi', role }, '2026-11-20'), null, JSON.stringify(who));
    assert.equal(deciderFor(blank, null, '2026-11-20'), null);
  }
});
