import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementText } from './words.ts';

test('what limits an element or turns it round stands with its words', () => {
  assert.equal(elementText({ comparator: '<', value: 5, unit: 'mg' }), '< 5 mg');
  assert.equal(
    elementText({ allowedBoolean: false, reasonCode: { text: 'same brand' } }),
    'same brand (allowed: no)',
  );
  assert.equal(
    elementText({ status: 'cancelled', code: { text: 'Hip X-ray' } }),
    'Hip X-ray (status: cancelled)',
  );
  assert.equal(elementText({ status: 'final', code: { text: 'Hip X-ray' } }), 'Hip X-ray');
  assert.equal(elementText({ url: 'https://example.org/x', valueBoolean: false }), 'false');
});

test('the words of an element are those that its data type has for people', () => {
  for (const [element, said] of [
    [{ text: 'Left hip' }, 'Left hip'],
    [{ coding: [{ display: 'Left hip', code: '1' }] }, 'Left hip'],
    [{ title: 'Page one' }, 'Page one'],
    [{ name: 'Ward 4' }, 'Ward 4'],
    [{ value: 5, unit: 'mg' }, '5 mg'],
    [{ line: ['1 High Street'], city: 'Holmdale' }, '1 High Street Holmdale'],
    [{ description: 'Walk to the door', code: 'x' }, 'Walk to the door'],
  ] as const)
    assert.equal(elementText(element), said);
});

test('a period, a range and a ratio keep which end is which', () => {
  assert.equal(elementText({ end: '2025-01-01' }), 'until 2025-01-01');
  assert.equal(elementText({ start: '2025-01-01' }), 'from 2025-01-01');
  assert.equal(elementText({ start: '2025-01-01', end: '2025-02-01' }), 'from 2025-01-01 until 2025-02-01');
  assert.equal(elementText({ low: { value: 2, unit: 'kg' } }), 'at least 2 kg');
  assert.equal(elementText({ high: { value: 5, unit: 'kg' } }), 'at most 5 kg');
  assert.equal(elementText({ low: { value: 2 }, high: { value: 5, unit: 'kg' } }), '2 to 5 kg');
  assert.equal(elementText({ numerator: { value: 1 }, denominator: { value: 128 } }), '1 to 128');
});

test('how often something is done stands with until when', () => {
  const repeat = {
    frequency: 1,
    period: 2,
    periodUnit: 'h',
    dayOfWeek: ['mon', 'tue'],
    boundsPeriod: { end: '2025-01-01' },
  };
  assert.equal(
    elementText({ repeat }),
    'frequency 1, period 2, period unit h, day of week mon, tue, bounds until 2025-01-01',
  );
  assert.equal(elementText({ event: ['2026-12-01'] }), '2026-12-01');
});
