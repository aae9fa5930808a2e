import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlaceConfiguration, ResidentView } from '@ehch/clinical';
import type { HeldRole, RoleId } from '@ehch/clinical/roles';
import type { EngineResidents, Roster } from '@ehch/sdk/client';
import { narrowed } from './narrowed.ts';

const NAMES = ['identity', 'limits', 'allergies', 'open', 'alerts', 'aboutMe', 'frailty', 'news2', 'weight'];
const OTHERS = ['function', 'scores', 'medicines', 'problems', 'events', 'people', 'plan'];
const sections = Object.fromEntries(
  [...NAMES, ...OTHERS].map((name) => [
    name,
    { state: 'failed', error: { code: 'unreachable' }, at: `canary-${name}` },
  ]),
);
const VIEW = { resident: 'a', sourceLabel: 'Record', sections } as unknown as ResidentView;
const ROSTER = { residents: [{ resident: 'a' }, { resident: 'b' }], incomplete: false } as unknown as Roster;
const place = { homes: [{ id: 'rowan' }] } as unknown as PlaceConfiguration;

function seenAs(role: RoleId | null, visits: string | null = null) {
  const start = '2026-11-21T20:00:00Z';
  const organisation = { reference: null, name: null };
  const held: HeldRole[] =
    role === null ? [] : [{ role, said: null, organisation, period: { start, end: null } }];
  const engine = {
    watch: (_resident: string, onView: (view: ResidentView) => void) => onView(VIEW),
    listResidents: () => Promise.resolve(ROSTER),
  } as unknown as EngineResidents;
  const residents = narrowed(engine, {
    person: { held, visits },
    place,
    clock: () => '2026-11-21T22:00:00Z',
  });
  const view = (resident: string) => {
    let seen: ResidentView | null = null;
    residents.watch(resident, (one) => (seen = one), new AbortController().signal);
    return JSON.stringify(seen);
  };
  return { view, list: () => residents.listResidents() };
}

test('a view leaves the engine as the role sees it: what is withheld is in it in no form', () => {
  assert.match(seenAs('nurse').view('a'), /canary-frailty/);
  const carer = seenAs('carer').view('a');
  assert.match(carer, /canary-limits/);
  assert.doesNotMatch(carer, /canary-frailty|canary-scores/);
  for (const role of ['unknown', null] as const)
    assert.doesNotMatch(seenAs(role).view('a'), /canary-(?!identity|open)/, String(role));
});

test('a visitor sees one resident, and a list of that one that says it is not whole', async () => {
  const visitor = seenAs('visiting-clinician', 'a');
  assert.match(visitor.view('a'), /canary-medicines/);
  assert.doesNotMatch(visitor.view('b'), /canary-medicines/);
  const { residents, incomplete } = await visitor.list();
  assert.deepEqual([residents.map(({ resident }) => resident), incomplete], [['a'], true]);
  assert.equal((await seenAs('nurse').list()).residents.length, 2);
});
