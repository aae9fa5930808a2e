import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormQuestion } from './definition.ts';
import { readNumberEntry } from './number-entry.ts';

const temperature: FormQuestion = {
  id: 'temp',
  type: 'quantity',
  text: 'Temperature',
  units: [
    { code: 'Cel', text: '°C', factor: 1 },
    { code: '[degF]', text: '°F', factor: 5 / 9, offset: (-32 * 5) / 9 },
  ],
  limits: { min: 20, max: 45 },
  plausible: { min: 32, max: 42 },
};
const weight: FormQuestion = {
  id: 'kg',
  type: 'quantity',
  text: 'Weight',
  units: [
    { code: 'kg', text: 'kg', factor: 1 },
    { code: '[lb_av]', text: 'lb', factor: 0.45359237 },
  ],
};
const decimal: FormQuestion = { id: 'd', type: 'decimal', text: 'd' };
const integer: FormQuestion = { id: 'i', type: 'integer', text: 'i' };

function read(question: FormQuestion, text: string, unit: string | null = null): unknown {
  const entry = readNumberEntry(question, text, unit);
  if (entry.state === 'empty') return 'empty';
  return entry.state === 'number' ? entry.value.value : entry.doubts.map(({ kind }) => kind).join();
}

test('A5: digits with a point are the number, and nothing else is', () => {
  const cases: readonly [string, unknown][] = [
    ['58.2', 58.2],
    [' 58.20 ', 58.2],
    ['0', 0],
    ['-3', -3],
    ['−3.5', -3.5],
    ['007', 7],
    ['', 'empty'],
    ['  ', 'empty'],
    ['58,2', 'comma'],
    ['1,000', 'comma'],
    ['1.000,5', 'comma'],
    ['58kg', 'unit-typed'],
    ['58.2 kg', 'unit-typed'],
    ['98%', 'unit-typed'],
    ['about 58', 'not-a-number'],
    ['5 8', 'not-a-number'],
    ['1e3', 'unit-typed'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['0x10', 'unit-typed'],
    ['Infinity', 'not-a-number'],
    ['１２', 'not-a-number'],
    ['1234567890123456', 'not-a-number'],
  ];
  for (const [text, expected] of cases) assert.equal(read(decimal, text), expected, text);
  assert.equal(read(integer, '2.5'), 'not-whole');
  assert.equal(read(integer, '2.0'), 2);
  // Strictly 0: JSON has no other zero, so a draft would read back otherwise than it was typed.
  for (const zero of ['-0', '−0', '-0.0', '0']) assert.equal(read(decimal, zero), 0, zero);
});

test('A5: no text makes a number that its digits do not say', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-−]?[\d.,e ]{1,12}(kg|%)?$/)), (text) => {
      const entry = readNumberEntry(decimal, text, null);
      if (entry.state === 'number')
        assert.equal(Number(text.trim().replace('−', '-')) + 0, entry.value.value);
    }),
    { numRuns: 2000 },
  );
});

const offered = (question: FormQuestion, text: string, unit: string | null = null) => {
  const entry = readNumberEntry(question, text, unit);
  return entry.state === 'refused' && entry.offer !== undefined
    ? [entry.offer.text, entry.offer.unit, entry.offer.value.value]
    : null;
};

test('A5: what is possible in the first unit alone is taken in it, and in another alone it is offered', () => {
  assert.deepEqual(readNumberEntry(temperature, '37.2', null), {
    state: 'number',
    value: { type: 'number', value: 37.2, unit: 'Cel' },
    doubts: [],
  });
  assert.equal(read(temperature, '98.6'), 'no-unit');
  assert.deepEqual(offered(temperature, '98.6'), ['98.6', '[degF]', 37]);
  assert.equal(read(temperature, '150'), 'no-unit');
  assert.equal(offered(temperature, '150'), null);
  // What is chosen is chosen, be it impossible.
  assert.equal(read(temperature, '98.6', 'Cel'), 'impossible');
});

test('A5: nothing is taken or offered where two units are possible, or nothing says what is', () => {
  const limited = { ...weight, limits: { min: 10, max: 350 } };
  for (const question of [weight, limited]) {
    assert.equal(read(question, '60'), 'no-unit');
    assert.equal(offered(question, '60'), null);
  }
  assert.deepEqual(offered(limited, '700'), ['700', '[lb_av]', 317.514659]);
});

test('A5: one or two digits after a comma are offered with a point; three may be thousands', () => {
  assert.deepEqual(offered(decimal, '38,4'), ['38.4', null, 38.4]);
  assert.deepEqual(offered(temperature, '38,4'), ['38.4', 'Cel', 38.4]);
  assert.deepEqual(offered(temperature, '98,6'), ['98.6', '[degF]', 37]);
  assert.deepEqual(offered(temperature, '98,6', '[degF]'), ['98.6', '[degF]', 37]);
  for (const text of ['1,000', '1.000,5', '1,2,3', ',5', '38,'])
    assert.equal(offered(decimal, text), null, text);
  assert.equal(offered(integer, '2,5'), null);
  assert.equal(offered(temperature, '384,4', 'Cel'), null);
});

test('A5: whatever is offered would be taken as it is offered', () => {
  const typed = fc.oneof(fc.stringMatching(/^[-]?\d{1,4},\d{0,3}$/), fc.stringMatching(/^\d{1,4}(\.\d)?$/));
  fc.assert(
    fc.property(typed, fc.constantFrom(temperature, weight, decimal, integer), (text, question) => {
      const entry = readNumberEntry(question, text, null);
      if (entry.state !== 'refused' || entry.offer === undefined) return;
      const again = readNumberEntry(question, entry.offer.text, entry.offer.unit);
      assert.deepEqual(again.state === 'number' ? again.value : null, entry.offer.value);
    }),
    { numRuns: 500 },
  );
});

test('A5: with several units one has to be chosen where more than one is possible', () => {
  assert.equal(read(weight, '37'), 'no-unit');
  assert.equal(read(temperature, '37', 'K'), 'no-unit');
  assert.equal(read(decimal, '37', 'Cel'), 'no-unit');
  assert.equal(read({ ...weight, units: weight.units?.slice(0, 1) ?? [] }, '60'), 60);
});

test('A6: another unit is converted once in decimal digits, and what was typed is kept', () => {
  assert.deepEqual(readNumberEntry(temperature, '100.4', '[degF]'), {
    state: 'number',
    value: { type: 'number', value: 38, unit: 'Cel', entered: { value: 100.4, unit: '[degF]' } },
    doubts: [],
  });
  assert.deepEqual(readNumberEntry(temperature, '38.0', 'Cel'), {
    state: 'number',
    value: { type: 'number', value: 38, unit: 'Cel' },
    doubts: [],
  });
  assert.equal(read(temperature, '98.6', '[degF]'), 37);
  assert.equal(read(temperature, '32', '[degF]'), 'impossible');
  assert.equal(read(weight, '150', '[lb_av]'), 68.0388555);
});

test('A6: limits are looked at in the first unit', () => {
  assert.equal(read(temperature, '68', '[degF]'), 20);
  assert.equal(read(temperature, '67.9', '[degF]'), 'impossible');
  const warm = readNumberEntry(temperature, '108', '[degF]');
  assert.deepEqual(warm.state === 'number' ? warm.doubts : null, [
    { kind: 'implausible', limits: { min: 32, max: 42 } },
  ]);
});

test('A6: decimal places count in the unit that was typed, for a conversion adds places that nobody wrote', () => {
  const weight: FormQuestion = {
    id: 'w',
    type: 'quantity',
    text: 'Weight',
    decimals: 0,
    units: [
      { code: 'kg', text: 'kg', factor: 1 },
      { code: '[lb_av]', text: 'lb', factor: 0.45359237 },
    ],
  };
  assert.equal(readNumberEntry(weight, '100', '[lb_av]').state, 'number');
  assert.deepEqual(readNumberEntry(weight, '100.5', '[lb_av]'), {
    state: 'refused',
    doubts: [{ kind: 'too-precise', decimals: 0 }],
  });
});
