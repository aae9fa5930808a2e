import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent, PlanLineIntent } from '@ehch/clinical';
import { traceOf } from '@ehch/clinical/session';
import type { Operation } from '@ehch/store';
import { waitingIn } from '../actions/waiting.ts';
import { decide } from './decide.ts';
import { created, operation } from './entries.fixtures.ts';
import { ALL_GUARDS } from './guards.ts';
import { inTime, inTimeAgain } from './in-time.ts';
import { LEVELS, MINUTE, pushWorld, type World } from './push-world.fixtures.ts';

const intentOf = (what: Pick<PlanLineIntent, 'act' | 'of'>): CareIntent => ({
  id: 'i1',
  resident: 'agnes',
  pressedAt: '2026-11-21T14:00:00Z',
  what: {
    kind: 'plan-line',
    line: null,
    before: null,
    after: null,
    reason: null,
    by: { name: 'Dr Obi', role: 'GP' },
    ...what,
  },
});

/** What was pressed, as a device keeps it, with the minutes that it has. */
function pressed(act: PlanLineIntent['act'], now: number): Operation {
  const intent = intentOf({ act, of: 'cpr' });
  const parts = [
    created('Flag', 'f-1', { status: 'active', code: { text: 'CPR' } }),
    created('Provenance', 'i1'),
  ];
  const about = JSON.parse(JSON.stringify(traceOf(intent))) as Operation['about'];
  return inTime(operation('i1', { parts, about }), intent, now);
}

/** Presses a decision, and lets minutes pass before the server is there. */
async function late(world: World, minutes: number, act: 'add' | 'propose' = 'add'): Promise<void> {
  await world.press(pressed(act, world.clock.device));
  world.pass(minutes * MINUTE);
  await world.run();
}

const isThere = ({ server, profile }: World) =>
  server
    .request({ method: 'GET', url: profile.level === 'B' ? 'Flag' : 'Flag/f-1' })
    .text.includes('"active"');

for (const behaviour of LEVELS)
  test(`P21: on a server of level ${behaviour}, a decision of last night waits for a person and is sent by nobody else`, async () => {
    const world = await pushWorld({ behaviour });
    await late(world, 11);
    const [waiting] = waitingIn(await world.entries());
    assert.equal(waiting?.state, 'held');
    assert.match(
      waiting?.why?.[0] ?? '',
      /did not reach the server within ten minutes, so it is not in force/,
    );
    assert.deepEqual(waiting?.words, [], 'no server has said that');
    assert.equal(isThere(world), false);
    world.pass(600 * MINUTE);
    await world.run();
    assert.equal((await world.entries())[0]?.state, 'held', 'it waits as long as it takes');
    world.close();
  });

test('P21: a clock that was set back makes no decision of last night a new one', async () => {
  for (const [minutesBack, isSent] of [
    [1, true],
    [600, false],
  ] as const) {
    const world = await pushWorld();
    await world.press(pressed('add', world.clock.device));
    world.clock.device -= minutesBack * MINUTE;
    await world.run();
    assert.equal(isThere(world), isSent, `${minutesBack} minutes back`);
    world.close();
  }
});

test('P21: a person who has looked sends it, and has minutes again', async () => {
  const world = await pushWorld();
  await late(world, 11);
  const again = () =>
    decide(
      {
        store: world.store,
        timing: { now: () => world.clock.device, wait: async () => undefined, random: () => 0.5 },
        epoch: () => 1,
        whoIsSignedIn: () => world.who,
      },
      'i1',
      { kind: 'send-again' },
    );
  await again();
  // The network is away once more, for too long.
  world.pass(11 * MINUTE);
  await world.run();
  assert.equal((await world.entries())[0]?.state, 'held');
  await again();
  await world.run();
  assert.deepEqual([(await world.entries()).length, isThere(world)], [0, true]);
  world.close();
});

test('P21: a decision that a restored server has lost has minutes as well, once a person sends it again', async () => {
  const { goesUntil: _, ...traced } = pressed('add', Date.parse('2026-11-20T10:00:00Z'));
  const now = Date.parse('2026-11-21T10:00:00Z');
  assert.equal(inTimeAgain(traced, now).goesUntil, '2026-11-21T10:10:00.000Z');
  assert.equal(inTimeAgain({ ...traced, about: null }, now).goesUntil, undefined);
});

test('P21: in time it goes by itself, and so does a proposal however late', async () => {
  for (const [minutes, act] of [
    [9, 'add'],
    [900, 'propose'],
  ] as const) {
    const world = await pushWorld();
    await late(world, minutes, act);
    assert.deepEqual([(await world.entries()).length, isThere(world)], [0, true]);
    world.close();
  }
});

test('P21: a decision whose answer was lost is found on the server, and one of which a part is there goes on', async () => {
  const world = await pushWorld();
  await world.press(pressed('add', world.clock.device));
  world.fate = (request, count) => (request.method === 'POST' && count < 3 ? 'answer-lost' : null);
  await world.run();
  assert.deepEqual([(await world.entries()).length, isThere(world)], [0, true]);
  world.close();

  const parts = await pushWorld({ behaviour: 'A-' });
  await parts.press(pressed('add', parts.clock.device));
  // The first of its resources arrives, and then the network is away for an hour.
  parts.fate = () =>
    isThere(parts) && parts.clock.device < Date.parse('2026-11-21T15:00:00Z') ? 'lost' : null;
  await parts.run(180);
  assert.deepEqual([(await parts.entries()).length, isThere(parts)], [0, true]);
  parts.close();
});

test('P21: without the time, a decision of last night would be in force this morning', async () => {
  const world = await pushWorld({ guards: { ...ALL_GUARDS, decidesInTime: false } });
  await late(world, 600);
  assert.equal(isThere(world), true);
  world.close();
});
