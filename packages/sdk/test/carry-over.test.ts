import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECTION_ORDER, type ResidentView, type Section, type SectionError } from '@ehch/clinical';
import { carryOver, isAnswered, viewAfterLoss } from '../src/client/carry-over.ts';

const AT = '2026-11-21T09:30:00Z';
const LOST: SectionError = { code: 'unreachable' };

const known: Section<never> = {
  state: 'known',
  content: { kind: 'not-recorded' },
  asOf: '2026-11-21T09:00:00Z',
  freshness: 'current',
  refresh: { state: 'idle' },
  gaps: [],
};
const loading: Section<never> = { state: 'loading' };
const failed: Section<never> = { state: 'failed', error: { code: 'timeout' }, at: '2026-11-21T08:00:00Z' };
const withheld: Section<never> = { state: 'withheld', why: 'role' };

/** A view whose every section is in this state. */
const viewOf = (section: Section<never>): ResidentView => ({
  resident: 'r',
  sections: Object.fromEntries(SECTION_ORDER.map((name) => [name, section])) as ResidentView['sections'],
  sourceLabel: 'Shared record',
});
const stateOf = ({ sections }: ResidentView) => {
  const [first, ...others] = SECTION_ORDER.map((name) => sections[name]);
  for (const other of others) assert.deepEqual(other, first, 'every section is told alike');
  return first;
};

for (const [what, before, after] of [
  [
    'known stays and says that its refresh failed',
    known,
    { ...known, refresh: { state: 'failed', error: LOST, at: AT } },
  ],
  ['not read yet has failed', loading, { state: 'failed', error: LOST, at: AT }],
  ['withheld stays withheld', withheld, withheld],
  ['failed before keeps its own reason and time', failed, failed],
] as const)
  test(`when the engine is lost, a section that was ${what}`, () => {
    assert.deepEqual(stateOf(viewAfterLoss(viewOf(before), LOST, AT)), after);
  });

const fresher: Section<never> = { ...known, asOf: AT };
for (const [what, before, next, after] of [
  [
    'not answered yet keeps what was known, and says that it is being read',
    known,
    loading,
    { ...known, refresh: { state: 'running' } },
  ],
  [
    'failed keeps what was known, and says why it is not newer',
    known,
    failed,
    { ...known, refresh: { state: 'failed', error: { code: 'timeout' }, at: '2026-11-21T08:00:00Z' } },
  ],
  ['answered wins', known, fresher, fresher],
  ['refused wins over what was known', known, withheld, withheld],
  ['not answered, of which nothing was known, is loading', loading, loading, loading],
  ['failed, of which nothing was known, has failed', withheld, failed, failed],
] as const)
  test(`under a new engine, a section that is ${what}`, () => {
    assert.deepEqual(stateOf(carryOver(viewOf(before), viewOf(next))), after);
  });

test('a view is answered when every section is known or refused, and not while one is loading or failed', () => {
  for (const [section, expected] of [
    [known, true],
    [withheld, true],
    [loading, false],
    [failed, false],
  ] as const) {
    assert.equal(isAnswered(viewOf(section)), expected, section.state);
    const { sections } = viewOf(known);
    assert.equal(isAnswered({ ...viewOf(known), sections: { ...sections, plan: section } }), expected);
  }
});
