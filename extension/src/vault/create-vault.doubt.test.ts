import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Identity, Section } from '@ehch/clinical';
import { ANNE, entry, NOW, withRoster } from './hand-driven.fixtures.ts';

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

/** The identity in the record itself, which arrives after the list matched. */
const identity = (more: Partial<Identity> = {}): Section<Identity> => {
  const { name, born, nhsNumber } = entry('anne', 'Ashdown', '1938-02-11', '9990000018');
  const value = {
    name,
    preferredName: null,
    otherNames: [],
    born,
    gender: null,
    nhsNumber,
    otherNumbers: [],
    death: { state: 'not-stated' },
    stay: null,
    gpPractice: null,
    cautions: [],
    ...more,
  } as const;
  return {
    state: 'known',
    content: { kind: 'recorded', value },
    asOf: NOW,
    freshness: 'current',
    refresh: { state: 'idle' },
    gaps: [],
  };
};

test('a record that agrees with the list and the screen is shown', async () => {
  const { say, asked, last } = await withRoster();
  say(ANNE);
  asked[0]?.give(identity());
  const state = last();
  assert.ok(state?.kind === 'shown' && state.view?.resident === 'anne');
});

for (const [what, more, field] of [
  ['another date of birth', { born: '1938-11-02' }, 'born'],
  ['no date of birth', { born: null }, 'born'],
  ['another NHS number', { nhsNumber: { state: 'verified', value: '9990000026' } }, 'nhs-number'],
  ['no NHS number', { nhsNumber: { state: 'none', why: null } }, 'nhs-number'],
] as const)
  test(`a record with ${what} than on the list is blocked: the panel names the field and shows no record`, async () => {
    const { say, asked, last, badges } = await withRoster();
    say(ANNE);
    asked[0]?.give(identity(more));
    const state = last();
    assert.ok(state?.kind === 'blocked' && state.differs.join() === field && !('view' in state));
    assert.equal(badges.get(1), 'doubt');
  });

test('a view of another resident than the vault asked for is not shown', async () => {
  const { say, asked, last } = await withRoster();
  say(ANNE);
  asked[0]?.give(identity(), 'bess');
  const state = last();
  assert.ok(state?.kind === 'shown' && state.view === null);
});
