import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { RosterEntry } from '@ehch/sdk/client';
import type { Identifiers } from '../../messages/side.ts';
import { ANNE, BESS, entry, NOW, ROSTER, viewOf } from '../hand-driven.fixtures.ts';
import type { Subject } from '../subject.ts';
import { ASKED, around, HALF_DATED, LIST, MORAG, recordOf, TWINS } from './by-hand.fixtures.ts';
import { NOTHING_BY_HAND, type Around, type ByHand, type ByHandAction } from './by-hand.ts';
import { frontOf } from './state-of.ts';
import { stepByHand } from './step.ts';

beforeEach(() => {
  Object.assign(globalThis, { __CONTEXT_CHECK__: true, __DEMO__: true });
});

const find = (asked: Identifiers, given: Around = around('c1'), from: ByHand = NOTHING_BY_HAND) =>
  stepByHand(from, { kind: 'find', asked }, given);
const after = (hand: ByHand, action: ByHandAction, given: Around = around('c2')) =>
  stepByHand(hand, action, given);
const chosen = (): ByHand => find(ASKED.anne).hand;
const pageOf = (person = ANNE): Subject => ({ kind: 'person', person, origin: 'https://gp.example' });
const LOOK_AGAIN = { kind: 'look-again' } as const;
const [anne] = ROSTER;
const [ida, ivy] = TWINS;
assert.ok(anne && ida && ivy);
const minutes = (count: number) => ({
  ms: count * 60_000,
  now: new Date(Date.parse(NOW) + count * 60_000).toISOString(),
});

test('number and date of birth of a resident: chosen in one press, with one record asked for', () => {
  const { hand, effects } = find(ASKED.anne);
  assert.ok(hand.kind === 'chosen' && hand.resident.resident === 'anne' && hand.view === null);
  assert.deepEqual(effects, [{ kind: 'read-roster' }, { kind: 'watch', ctx: 'c1', resident: 'anne' }]);
});

for (const [what, asked, list, why] of [
  ['a number that nobody on the list has', ASKED.nobody, LIST, 'number-not-on-list'],
  ['a number with another date of birth', ASKED.wrongDate, LIST, 'birth-date-differs'],
  ['a number whose date of birth on the list is no whole date', ASKED.half, LIST, 'list-has-no-birth-date'],
  ['a number of two records', ASKED.anne, [...LIST, { ...anne, resident: 'other' }], 'several-records'],
  [
    'one of several numbers of a record',
    ASKED.anne,
    [{ ...anne, nhsNumber: { state: 'several', values: ['9990000026', '9990000018'] } }],
    'several-numbers',
  ],
  ['a CHI number in the place of an NHS number', ASKED.chiAsNhs, LIST, 'is-a-chi-number'],
  ['a name that nobody with this date of birth has', ASKED.nameless, LIST, 'name-not-on-list'],
  ['a list that was not read', ASKED.anne, null, 'no-list'],
] as const)
  test(`${what} shows nobody, says why, and keeps nothing of what was typed`, () => {
    const { hand, effects } = find(asked, around('c1', { list }));
    assert.deepEqual(hand, { kind: 'not-found', why });
    assert.deepEqual(effects, [{ kind: 'read-roster' }]);
  });

test('too many records within a minute: nobody is asked about', () => {
  assert.deepEqual(find(ASKED.anne, around('c1', { waitMs: 1 })).hand, {
    kind: 'not-found',
    why: 'too-many',
  });
});

for (const [what, asked, ids] of [
  ['a name, even of one resident', { by: 'name', family: 'ASHDOWN', born: '1938-02-11' }, ['anne']],
  ['a name and date of birth that two residents share', ASKED.twins, ['ida', 'ivy']],
  ['a CHI number', ASKED.morag, ['morag']],
] as const)
  test(`${what}: a person says which, before anything is asked for`, () => {
    const { hand, effects } = find(asked);
    assert.ok(hand.kind === 'choose');
    assert.deepEqual(
      hand.found.map(({ resident }) => resident),
      ids,
    );
    assert.deepEqual(effects, [{ kind: 'read-roster' }]);
  });

test('a date of birth with a name that says nothing finds nobody', () => {
  const nameless = [null, '', '-', '?', '…', '1'].map((family, at): RosterEntry => ({
    ...entry(`n${at}`, '', '1940-05-04', ''),
    name: { family, given: [], title: null, text: null },
  }));
  for (const family of ['-', '?', '.', '’', '2'])
    assert.deepEqual(
      find({ by: 'name', family, born: '1940-05-04' }, around('c1', { list: nameless })).hand,
      {
        kind: 'not-found',
        why: 'name-not-on-list',
      },
    );
});

test('an NHS number that was not verified is asked about first', () => {
  const unsure = { ...anne, nhsNumber: { state: 'unverified', value: '9990000018', why: 'x' } } as const;
  assert.equal(find(ASKED.anne, around('c1', { list: [unsure] })).hand.kind, 'choose');
});

test('a press chooses one of those found, and one meant for others chooses nobody', () => {
  const { hand } = find(ASKED.twins);
  for (const wrong of [
    { kind: 'choose', ctx: 'former', resident: 'ivy' },
    { kind: 'choose', ctx: 'c1', resident: 'anne' },
  ] as const)
    assert.equal(after(hand, wrong).hand, hand);
  const next = after(hand, { kind: 'choose', ctx: 'c1', resident: 'ivy' });
  assert.ok(next.hand.kind === 'chosen' && next.hand.resident === ivy && next.hand.ctx === 'c2');
  assert.deepEqual(next.effects, [{ kind: 'watch', ctx: 'c2', resident: 'ivy' }]);
  assert.deepEqual(after(next.hand, { kind: 'choose', ctx: 'c2', resident: 'ida' }).hand, next.hand);
});

test('another search ends the choice before it, also where it finds nobody', () => {
  const nobody = after(chosen(), { kind: 'find', asked: ASKED.nobody });
  assert.equal(nobody.hand.kind, 'not-found');
  assert.deepEqual(nobody.effects, [{ kind: 'unwatch' }, { kind: 'read-roster' }]);
  const bess = after(chosen(), { kind: 'find', asked: ASKED.bess });
  assert.deepEqual(bess.effects, [
    { kind: 'unwatch' },
    { kind: 'read-roster' },
    { kind: 'watch', ctx: 'c2', resident: 'bess' },
  ]);
});

test('"Put away" ends the choice, and says so once', () => {
  const { hand, effects } = after(chosen(), { kind: 'put-away' });
  assert.deepEqual(hand, { kind: 'nobody', ended: { why: 'pressed', at: NOW } });
  assert.deepEqual(effects, [{ kind: 'unwatch' }]);
  assert.equal(after(hand, { kind: 'put-away' }).hand, hand);
  assert.deepEqual(after(find(ASKED.twins).hand, { kind: 'put-away' }).hand, NOTHING_BY_HAND);
});

test('ten minutes without a press put the resident away, with a warning in the last', () => {
  const at = (hand: ByHand, count: number) => after(hand, LOOK_AGAIN, around('c2', minutes(count))).hand;
  const hand = chosen();
  assert.equal(at(hand, 8.99), hand);
  const ending = at(hand, 9);
  assert.ok(ending.kind === 'chosen' && ending.isEnding);
  assert.deepEqual(at(ending, 10), { kind: 'nobody', ended: { why: 'time', at: minutes(10).now } });
  const kept = after(ending, { kind: 'keep', ctx: 'c1' }, around('c2', minutes(9.5))).hand;
  assert.ok(kept.kind === 'chosen' && !kept.isEnding);
  assert.equal(at(kept, 18), kept);
  assert.equal(at(kept, 19.5).kind, 'nobody');
  const former = after(ending, { kind: 'keep', ctx: 'former' }, around('c2', minutes(9.5))).hand;
  assert.equal(former, ending);
});

test('either clock alone is enough: one stands still in sleep, and somebody may set the other', () => {
  const { ms, now } = minutes(10);
  for (const passed of [{ ms }, { now }, { now: minutes(-10).now }])
    assert.equal(after(chosen(), LOOK_AGAIN, around('c2', passed)).hand.kind, 'nobody');
});

test('a page that shows the same person takes over', () => {
  const { hand, effects } = after(chosen(), LOOK_AGAIN, around('c2', { page: pageOf() }));
  assert.deepEqual(hand, NOTHING_BY_HAND);
  assert.deepEqual(effects, [{ kind: 'unwatch' }]);
});

for (const [what, page] of [
  ['somebody else', pageOf(BESS)],
  ['the same number with another date of birth', pageOf({ ...ANNE, born: '1938-11-02' })],
  ['the same number without a date of birth', pageOf({ ...ANNE, born: null })],
  ['more than one person', { kind: 'ambiguous' }],
] as const)
  test(`a page that shows ${what}: neither is shown until a person presses, or the page shows nobody`, () => {
    const { hand, effects } = after(chosen(), LOOK_AGAIN, around('c2', { page }));
    assert.deepEqual(hand, { kind: 'differs', ctx: 'c2' });
    assert.deepEqual(effects, [{ kind: 'unwatch' }]);
    assert.equal(after(hand, LOOK_AGAIN, around('c3', { page })).hand, hand);
    assert.equal(after(hand, { kind: 'find', asked: ASKED.anne }, around('c3', { page })).hand, hand);
    // "Put away" may have been pressed before the page changed, and "Go on" for another page before this one.
    assert.equal(after(hand, { kind: 'put-away' }, around('c3', { page })).hand, hand);
    assert.equal(after(hand, { kind: 'go-on', ctx: 'former' }, around('c3', { page })).hand, hand);
    assert.deepEqual(after(hand, { kind: 'go-on', ctx: 'c2' }, around('c3', { page })).hand, NOTHING_BY_HAND);
    assert.deepEqual(after(hand, LOOK_AGAIN).hand, { kind: 'nobody', ended: { why: 'page', at: NOW } });
  });

test('a resident without an NHS number is never the one on a page', () => {
  const { hand } = after(find(ASKED.morag).hand, { kind: 'choose', ctx: 'c1', resident: 'morag' });
  const page = pageOf({ ...ANNE, nhsNumber: '3102390048', born: '1939-01-25' });
  assert.equal(after(hand, LOOK_AGAIN, around('c3', { page })).hand.kind, 'differs');
});

test('beside a page that shows somebody nobody can be looked for, and what was found goes', () => {
  const page = pageOf(BESS);
  assert.equal(find(ASKED.anne, around('c1', { page })).hand, NOTHING_BY_HAND);
  assert.deepEqual(after(find(ASKED.twins).hand, LOOK_AGAIN, around('c2', { page })).hand, NOTHING_BY_HAND);
});

test('a lock puts away, and behind it nobody is found', () => {
  const locked = around('c2', { isLocked: true });
  const { hand, effects } = after(chosen(), LOOK_AGAIN, locked);
  assert.deepEqual(hand, { kind: 'nobody', ended: { why: 'locked', at: NOW } });
  assert.deepEqual(effects, [{ kind: 'unwatch' }]);
  assert.equal(find(ASKED.anne, locked).hand, NOTHING_BY_HAND);
});

test('whoever leaves the list, or whose date changes there, is put away; a new namesake asks again', () => {
  const without = LIST.filter(({ resident }) => resident !== 'anne');
  for (const list of [without, [...without, { ...anne, born: '1938-11-02' }], null])
    assert.deepEqual(after(chosen(), LOOK_AGAIN, around('c2', { list })).hand, {
      kind: 'nobody',
      ended: { why: 'list-changed', at: NOW },
    });
  const { hand } = find(ASKED.twins);
  assert.equal(after(hand, LOOK_AGAIN).hand, hand);
  const third = { ...entry('third', 'Marlowe', '1940-05-04', '9990000077'), room: '9' };
  const next = after(hand, LOOK_AGAIN, around('c2', { list: [...LIST, third] })).hand;
  assert.ok(next.kind === 'choose' && next.found.length === 3 && next.ctx === 'c2');
  assert.equal(after(hand, LOOK_AGAIN, around('c2', { list: [] })).hand.kind, 'not-found');
  const waiting = find(ASKED.anne, around('c1', { list: null })).hand;
  assert.deepEqual(after(waiting, LOOK_AGAIN).hand, NOTHING_BY_HAND, 'the list came, so a press finds');
});

test('the header goes with the list: a name, a room or a doubt that came since the choice stands there too', () => {
  const hand = chosen();
  const doubted = {
    ...anne,
    name: { family: 'Ashdown-Lee', given: ['M'], title: null, text: null },
    nhsNumber: { state: 'unverified', value: '9990000018', why: 'x' },
  } as const;
  const { hand: next, effects } = after(hand, LOOK_AGAIN, around('c2', { list: [doubted] }));
  assert.deepEqual(next, { ...hand, resident: doubted });
  assert.deepEqual(effects, [], 'it stays one choice');
  assert.equal(after(hand, LOOK_AGAIN, around('c2', { list: structuredClone(LIST) })).hand, hand);
});

test('whoever was found stands for ten minutes, and then nobody can choose any of them', () => {
  const { hand } = find(ASKED.twins);
  assert.equal(after(hand, LOOK_AGAIN, around('c2', minutes(9.9))).hand, hand);
  for (const passed of [minutes(10), { now: minutes(10).now }, { ms: minutes(10).ms }]) {
    assert.deepEqual(after(hand, LOOK_AGAIN, around('c2', passed)).hand, NOTHING_BY_HAND);
    const press = { kind: 'choose', ctx: 'c1', resident: 'ivy' } as const;
    assert.deepEqual(after(hand, press, around('c2', passed)).hand, NOTHING_BY_HAND);
  }
  // A list that was read again asks the same question anew, and lengthens nothing.
  const fewer = after(hand, LOOK_AGAIN, around('c2', { ...minutes(5), list: [ivy] })).hand;
  assert.deepEqual(after(fewer, LOOK_AGAIN, around('c3', minutes(10))).hand, NOTHING_BY_HAND);
});

test('an answer of another choice, or about another resident, is dropped', () => {
  const hand = chosen();
  const view = (resident: string) => viewOf(resident, { state: 'loading' });
  assert.equal(after(hand, { kind: 'view', ctx: 'former', view: view('anne') }).hand, hand);
  assert.equal(after(hand, { kind: 'view', ctx: 'c1', view: view('bess') }).hand, hand);
  const { hand: told } = after(hand, { kind: 'view', ctx: 'c1', view: view('anne') });
  assert.ok(told.kind === 'chosen' && told.view?.resident === 'anne');
  assert.equal(after(NOTHING_BY_HAND, { kind: 'view', ctx: 'c1', view: view('anne') }).hand, NOTHING_BY_HAND);
});

test('a record that contradicts what was typed shows nothing, and says which field', () => {
  const doubt = (hand: ByHand, view: ReturnType<typeof recordOf>) =>
    after(hand, { kind: 'view', ctx: hand.kind === 'chosen' ? hand.ctx : '', view }).hand;
  const other = { state: 'verified', value: '9990000026' } as const;
  assert.deepEqual(doubt(chosen(), recordOf(anne, { born: '1938-11-02' })), {
    kind: 'doubted',
    differs: 'born',
  });
  assert.deepEqual(doubt(chosen(), recordOf(anne, { nhsNumber: other })), {
    kind: 'doubted',
    differs: 'number',
  });
  assert.equal(doubt(chosen(), recordOf(anne)).kind, 'chosen');
  const morag = after(find(ASKED.morag).hand, { kind: 'choose', ctx: 'c1', resident: 'morag' }).hand;
  assert.equal(doubt(morag, recordOf(MORAG)).kind, 'chosen');
  assert.deepEqual(doubt(morag, recordOf(MORAG, { otherNumbers: [] })), {
    kind: 'doubted',
    differs: 'number',
  });
  const twin = after(find(ASKED.twins).hand, { kind: 'choose', ctx: 'c1', resident: 'ida' }).hand;
  assert.equal(doubt(twin, recordOf(ida)).kind, 'chosen');
  assert.deepEqual(doubt(twin, recordOf(ida, { name: HALF_DATED.name })), {
    kind: 'doubted',
    differs: 'name',
  });
});

test('the panel is told whom it shows, since when and until when, and a number under its own label alone', () => {
  const page = {
    kind: 'no-patient',
    roster: { state: 'read', asOf: NOW, stale: false, incomplete: false, residents: 2 },
  } as const;
  const front = frontOf(chosen(), page, around('x'));
  assert.ok(front.kind === 'by-hand');
  assert.deepEqual([front.since, front.until], [NOW, minutes(10).now]);
  assert.deepEqual(front.listed, { ...anne, chiNumber: null });
  const choose = frontOf(find(ASKED.morag).hand, page, around('x'));
  assert.ok(choose.kind === 'by-hand-choose');
  assert.deepEqual(
    choose.found.map(({ nhsNumber, chiNumber }) => [nhsNumber, chiNumber]),
    [[{ state: 'none', why: null }, '3102390048']],
  );
  const twins = frontOf(find(ASKED.twins).hand, page, around('x'));
  assert.ok(twins.kind === 'by-hand-choose');
  assert.deepEqual(
    twins.found.map(({ room }) => room),
    ['4', '7'],
  );
  assert.equal(frontOf(NOTHING_BY_HAND, page, around('x')), page);
});

test('whatever a page says of somebody stands before what was chosen by hand, and so does a lock', () => {
  const page = { kind: 'too-many' } as const;
  const beside = around('x', { page: pageOf(BESS) });
  assert.deepEqual(frontOf(chosen(), page, beside), { kind: 'by-hand-differs', ctx: 'c1' });
  assert.equal(frontOf(find(ASKED.twins).hand, page, beside), page);
  const locked = { kind: 'locked' } as const;
  for (const hand of [chosen(), find(ASKED.twins).hand])
    assert.equal(frontOf(hand, locked, around('x', { isLocked: true })), locked);
});
