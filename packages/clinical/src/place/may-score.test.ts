import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Instrument } from '../instrument.ts';
import { instruments } from '../instruments/index.ts';
import { recordedTools } from '../instruments/records.ts';
import { instrumentSettings } from './instrument-settings.ts';
import { mayScore } from './may-score.ts';

const every: readonly Instrument<never>[] = instruments;

test('a tool with an owner may not be used before the place names its permission', () => {
  for (const instrument of every) {
    const { id, tier } = instrument;
    const free = tier === 'A' || tier === 'A*';
    for (const none of [null, {}, { instruments: {} }, { instruments: { [id]: { permissionRef: ' ' } } }])
      assert.equal(mayScore(instrument, none), free, id);
    assert.equal(
      mayScore(instrument, { instruments: { [id]: { permissionRef: 'invented for this test' } } }),
      true,
    );
    assert.equal(
      mayScore(instrument, { instruments: { other: { permissionRef: 'invented for this test' } } }),
      free,
    );
  }
});

test('a tool that may only be recorded is never scored, whatever a place names', () => {
  for (const { id } of recordedTools)
    assert.equal(mayScore({ id, tier: 'C' }, { instruments: { [id]: { permissionRef: 'any' } } }), false);
});

test('a property that every object inherits is not a permission', () => {
  for (const id of ['constructor', 'toString', '__proto__'])
    assert.equal(mayScore({ id, tier: 'B' }, { instruments: {} }), false);
});

test('a place’s settings reach the scores under the instrument’s id, and nothing is made up', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string(),
        fc.json().map((text) => JSON.parse(text) as unknown),
      ),
      (settings) => {
        const configured = Object.fromEntries(
          Object.entries(settings).map(([id, set]) => [id, { settings: set }]),
        );
        assert.deepEqual(instrumentSettings({ instruments: configured }), { ...settings });
      },
    ),
  );
  assert.deepEqual(instrumentSettings(null), {});
  assert.deepEqual(instrumentSettings({ instruments: { cfs: { permissionRef: 'x' } } }), {});
});
