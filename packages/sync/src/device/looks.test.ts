import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMemoryStore } from '@ehch/store';
import { Looks } from './looks.ts';

const SUNDAY = '2026-11-15T16:00:00Z';
const at = (minutes: number) => new Date(Date.parse('2026-11-21T09:00:00Z') + minutes * 60_000).toISOString();

async function looksOf(sub = 'nurse-1') {
  const { looks: kept } = openMemoryStore({ server: { id: 'server', keep: 'session' } });
  await kept.set('nurse-1', 'agnes', SUNDAY);
  return { kept, looks: new Looks(kept, sub) };
}

test('the look before stays the same for as long as the resident is on screen', async () => {
  const { looks, kept } = await looksOf();
  for (const minutes of [0, 1, 90]) assert.equal(await looks.before('agnes', at(minutes), true), SUNDAY);
  assert.equal(await kept.last('nurse-1', 'agnes'), SUNDAY, 'nothing is kept before the resident is left');
});

test('a look is kept when the resident leaves the screen, as when the record was last asked for', async () => {
  const { looks, kept } = await looksOf();
  await looks.before('agnes', at(0), true);
  await looks.before('agnes', at(7), true);
  await looks.left('agnes');
  assert.equal(await kept.last('nurse-1', 'agnes'), at(7));
});

test('coming back within a quarter of an hour goes on with the look; later begins the next one', async () => {
  const { looks } = await looksOf();
  await looks.before('agnes', at(0), true);
  await looks.left('agnes');
  assert.equal(await looks.before('agnes', at(14), true), SUNDAY);
  await looks.left('agnes');
  assert.equal(await looks.before('agnes', at(29), true), at(14));
});

test('after the clock was set back, a look does not go on', async () => {
  const { looks } = await looksOf();
  await looks.before('agnes', at(20), true);
  await looks.left('agnes');
  assert.equal(await looks.before('agnes', at(0), true), at(20));
});

test('a look that a page tells by itself is kept, and does not hide from the glance what came before it', async () => {
  const { looks, kept } = await looksOf();
  assert.equal(await looks.before('agnes', at(0), false), SUNDAY);
  await looks.keep('agnes', at(0));
  assert.equal(await kept.last('nurse-1', 'agnes'), at(0));
  assert.equal(await looks.before('agnes', at(1), true), SUNDAY, 'the glance of the same look');
});

test('nobody’s look counts for another person or another resident', async () => {
  const { looks, kept } = await looksOf('doctor-1');
  assert.equal(await looks.before('agnes', at(0), true), null);
  await looks.left('agnes');
  await looks.left('bertha');
  assert.equal(await kept.last('nurse-1', 'agnes'), SUNDAY);
  assert.equal(await kept.last('doctor-1', 'bertha'), null);
});

test('while the looks cannot be read the look is not known, and it begins again once they can', async () => {
  const { kept } = await looksOf();
  let locked = true;
  const looks = new Looks(
    {
      ...kept,
      last: (...of) => (locked ? Promise.reject(new Error('locked')) : kept.last(...of)),
      set: (...of) => kept.set(...of),
    },
    'nurse-1',
  );
  await assert.rejects(looks.before('agnes', at(0), true));
  locked = false;
  assert.equal(await looks.before('agnes', at(1), true), SUNDAY);
});
