import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CARER, GP, MARY, Presses } from '../thread.fixtures.ts';
import { nightOf, type Look } from './night-of.ts';
import { nightText, nightWords } from './night-text.ts';

const TIMES = {
  holdMinutes: 30,
  seenWithinMinutes: { routine: 480, 'same-day': 60, 'within-hours': 30, now: 5 },
  lateMinutes: 15,
};
const LOOK: Look = { at: '2026-11-20T09:06:00.000Z', name: 'Dr Asha Rao', organisation: 'Hollin Surgery' };

/** Raised offline at 09:00 on a PC an hour slow, on the server at 09:05, seen at 09:10, answered at 09:12. */
function night(looks: readonly Look[] = [LOOK]) {
  const presses = new Presses();
  presses.press(
    CARER,
    {
      kind: 'raise',
      matter: 'worry',
      urgency: 'same-day',
      words: 'Mary is not herself.',
      signs: ['worry'],
      since: '',
      observations: null,
      askedBy: { kind: 'presser' },
    },
    {
      pressedAt: '2026-11-20T08:00:00.000Z',
      clockOffsetMs: 3_600_000,
      receivedAt: '2026-11-20T09:05:00.000Z',
    },
  );
  presses.press(
    GP,
    { kind: 'see' },
    { pressedAt: '2026-11-20T09:10:00.000Z', receivedAt: '2026-11-20T09:10:00.000Z' },
  );
  presses.answer(GP);
  const [answer] = presses.entries.slice(-1);
  const answered = answer && {
    ...answer,
    pressedAt: '2026-11-20T09:12:00.000Z',
    receivedAt: '2026-11-20T09:12:00.000Z',
  };
  const entries = [...presses.entries.slice(0, -1), ...(answered ? [answered] : [])];
  const [only] = nightOf({ entries, looks, times: TIMES });
  assert.ok(only);
  return { only, entries };
}

test('N2, N3: each moment stands with both clocks and with what each screen could say', () => {
  const { only } = night();
  const told = only.moments.map(({ what, at, deviceAt, screens }) => [
    what.kind,
    at.slice(11, 16),
    deviceAt?.slice(11, 16) ?? null,
    screens.home.state,
    screens.practice.state,
  ]);
  assert.deepEqual(told, [
    ['press', '09:00', '08:00', 'not-sent', 'nothing'],
    ['arrival', '09:05', null, 'shown', 'shown'],
    ['look', '09:06', null, 'shown', 'shown'],
    ['press', '09:10', '09:10', 'shown', 'shown'],
    ['arrival', '09:10', null, 'shown', 'shown'],
    ['press', '09:12', '09:12', 'shown', 'shown'],
    ['arrival', '09:12', null, 'shown', 'shown'],
  ]);
});

test('N1: a look alone makes nothing seen', () => {
  const { only } = night();
  const look = only.moments.find(({ what }) => what.kind === 'look');
  assert.ok(look?.screens.practice.state === 'shown');
  assert.equal(look.screens.practice.standing.state, 'waiting');
});

test('N2: what never reached the server stays not sent, and the other side has nothing of it', () => {
  const { entries } = night();
  const [raise] = entries;
  assert.ok(raise);
  const [only] = nightOf({ entries: [{ ...raise, receivedAt: null }], looks: [], times: TIMES });
  assert.deepEqual(
    only?.moments.map(({ screens }) => [screens.home.state, screens.practice.state]),
    [['not-sent', 'nothing']],
  );
});

test('E1: any order of the entries makes the same page', () => {
  const { entries } = night();
  const facts = { looks: [LOOK], times: TIMES };
  assert.deepEqual(
    nightOf({ entries: entries.toReversed(), ...facts })[0]?.moments,
    nightOf({ entries, ...facts })[0]?.moments,
  );
});

test('N5: a moment of another day has its day, and a press of a clock that nobody can compare has no time by the server', () => {
  const { entries } = night();
  const late = entries.map((entry) => ({
    ...entry,
    receivedAt: '2026-11-21T07:30:00.000Z',
    clockOffsetMs: null,
  }));
  const [only] = nightOf({ entries: late, looks: [], times: TIMES });
  assert.ok(only);
  const { rows } = nightWords(only, { names: 'shown' });
  assert.deepEqual([rows[0]?.server, rows[0]?.device], [null, '08:00']);
  assert.equal(rows.at(-1)?.server, '21-Nov-2026 07:30');
  assert.match(nightText(only, { names: 'shown' }), /Server’s time not known \(08:00 by the device\)/);
});

test('P7: an answer says its outcome, in the place’s words only where names are shown', () => {
  const { only } = night();
  const own = () => 'A nurse of Hollin comes';
  assert.match(
    nightText(only, { names: 'shown', outcomeWords: own }),
    /pressed “answer”, A nurse of Hollin comes/,
  );
  assert.match(nightText(only, { names: 'shown' }), /pressed “answer”, Somebody will visit/);
  const bare = nightText(only, { names: 'left-out', outcomeWords: own });
  assert.match(bare, /pressed “answer”, Somebody will visit/);
  assert.doesNotMatch(bare, /Hollin/);
});

test('N6: of a matter that was joined with another, both pages tell what the joined one said', () => {
  const first = new Presses();
  first.raise();
  const also = new Presses('worry-2', MARY, 1);
  also.raise();
  also.press(GP, { kind: 'join', into: 'worry-1' });
  const later = new Presses('worry-1', MARY, 5);
  later.press(GP, { kind: 'see' }, { id: 'seen', after: 'worry-1' });
  const entries = [...first.entries, ...also.entries, ...later.entries];
  const nights = nightOf({ entries, looks: [{ ...LOOK, at: '2026-11-20T09:30:00.000Z' }], times: TIMES });
  assert.deepEqual(
    nights.map(({ thread, moments }) => [
      thread,
      ...moments.slice(-1).map(({ screens: { home } }) => home.state === 'shown' && home.standing.state),
    ]),
    [
      ['worry-1', 'seen'],
      ['worry-2', 'seen'],
    ],
  );
});

test('N4: the page is plain text, and without names it has nobody’s name and nobody’s words', () => {
  const { only } = night();
  const shown = nightText(only, { names: 'shown' });
  assert.match(shown, /09:00 \(08:00 by the device\) {2}Sam Okafor pressed “raise”: “Mary is not herself\.”/);
  assert.match(shown, /home: NOT SENT YET\n {4}practice: nothing of it yet/);
  assert.match(shown, /practice: answered by Dr Asha Rao/);
  assert.match(shown, /09:06 {2}Dr Asha Rao \(Hollin Surgery\) looked at the record/);
  const bare = nightText(only, { names: 'left-out' });
  assert.doesNotMatch(bare, /Okafor|Asha|Rao|Mary|herself|Hollin/);
  assert.match(bare, /Person 1 \(carer, home\) pressed “raise”/);
  assert.match(bare, /Names and people’s words are left out/);
});
