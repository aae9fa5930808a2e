import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Json } from '../emitted/operation-bundle.ts';
import { ask, BASE, putAll, SKIP } from './hapi.ts';
import { pulling, sorted, versionsOn } from './pull-world.ts';

/** A home of two residents of its own, so that no other test changes it. */
const run = randomUUID().slice(0, 8);
const residents = [`agnes-${run}`, `bertha-${run}`];
const group = `home-${run}`;
/** More than a page of 200, so that the first load has to go on. */
const PROBLEMS = 230;

test(
  'I4 L5 L10: first load, increments and deletions: the cache is what HAPI has',
  { skip: SKIP },
  async () => {
    await putAll([
      ...residents.map((id) => ({ resourceType: 'Patient', id, birthDate: '1938-04-09' })),
      {
        resourceType: 'Group',
        id: group,
        type: 'person',
        actual: true,
        member: residents.map((id) => ({ entity: { reference: `Patient/${id}` } })),
      },
      ...Array.from({ length: PROBLEMS }, (_, at) => problem(at)),
    ]);
    const world = await pulling({ group, residents, type: 'Condition' });
    await world.settle();
    assert.equal((await world.cached()).size, PROBLEMS);
    assert.deepEqual(await world.cached(), await served());
    assert.equal(world.pull.progress('home')?.share, 1);

    // Somebody else adds, changes and deletes.
    await putAll([problem(PROBLEMS), problem(3, 'Changed by a colleague'), problem(150, 'Changed too')]);
    assert.ok((await ask('DELETE', `Condition/${idOf(7)}`)).status < 300);
    await world.later(5);
    const others = [...(await world.cached())].filter(([id]) => id !== idOf(7));
    assert.deepEqual(sorted(others), await served());
    // A deletion is no row of an increment. It is found when both sides are compared, which is once a day.
    await world.later(25 * 60, 25 * 60);
    assert.deepEqual(await world.cached(), await served());
  },
);

const served = () => versionsOn(BASE, 'Condition', residents);

function idOf(at: number): string {
  return `c${at}-${run}`;
}

function problem(at: number, text = 'Arthritis'): Json {
  return {
    resourceType: 'Condition',
    id: idOf(at),
    subject: { reference: `Patient/${residents[at % 2]}` },
    code: { text },
  };
}
