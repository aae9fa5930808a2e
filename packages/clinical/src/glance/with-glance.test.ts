import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, recordedAs, viewWith } from '../form/suggest/view.fixtures.ts';
import type { ResidentView } from '../resident/view.ts';
import { matter } from './glance.fixtures.ts';
import { withGlance } from './with-glance.ts';

const reader = { since: '2026-11-12', now: NOW };
const view = viewWith({ open: recordedAs([matter('2026-11-20')]) });

test('a view gets the glance of its reader in place of a former one, as plain JSON', () => {
  const first = withGlance(view, reader);
  assert.deepEqual(first.glance?.since, { from: '2026-11-12', known: true, given: true });
  assert.equal(first.glance.at, NOW);
  assert.deepEqual(JSON.parse(JSON.stringify(first)), first);
  const again = withGlance(first, { ...reader, since: null });
  assert.deepEqual(again.glance?.since, { from: '2026-10-24', known: false, given: false });
});

test('a last look that cannot be read is told apart from one that nobody gave', () => {
  for (const since of ['last week', '2027-01-01'])
    assert.deepEqual(withGlance(view, { ...reader, since }).glance?.since, {
      from: '2026-10-24',
      known: false,
      given: true,
    });
});

test('a view that breaks its contract has no glance, and no glance of an earlier moment', () => {
  const { events: _events, ...sections } = withGlance(view, reader).sections;
  const broken = { ...withGlance(view, reader), sections } as ResidentView;
  assert.equal('glance' in withGlance(broken, reader), false);
});
