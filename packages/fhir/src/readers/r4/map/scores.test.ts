import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCAL } from '../../../codes/systems.ts';
import { observation, section, value, type Json } from '../../../record.fixtures.ts';
import { marksExtension } from '../../../score-marks.ts';

const phq2 = (id: string, fields: Json = {}): Json =>
  observation(
    id,
    { coding: [{ system: LOCAL, code: 'phq2', display: 'PHQ-2' }] },
    {
      valueInteger: 4,
      extension: [
        marksExtension({ instrument: 'phq2', version: '1', total: 4, band: null, flags: [], note: null }),
      ],
      ...fields,
    },
  );
const told = (...resources: readonly Json[]) => {
  const found = section('scores', resources);
  if (found.state !== 'known') return found.state;
  return {
    totals: found.content.kind === 'recorded' ? found.content.value.map(({ on }) => on) : found.content.kind,
    gaps: found.gaps.map(({ what }) => what),
  };
};

for (const status of ['cancelled', 'registered']) {
  test(`a score of ours that is ${status} is no score, and its section is not "not recorded"`, () => {
    assert.equal(told(phq2('off', { status })), 'failed');
    const older = phq2('made', { effectiveDateTime: '2026-01-01' });
    assert.deepEqual(told(phq2('off', { status }), older), {
      totals: ['2026-01-01'],
      gaps: ['1 observation'],
    });
  });

  test(`a score of ours that is ${status} leaves no gap where one was made since`, () => {
    const off = phq2('off', { status, effectiveDateTime: '2026-01-01' });
    assert.deepEqual(told(off, phq2('made', { effectiveDateTime: '2026-02-01' })), {
      totals: ['2026-02-01'],
      gaps: [],
    });
  });
}

test('what limits a score of ours is read back beside its number', () => {
  const limited = phq2('s', {
    component: [
      { code: { coding: [{ system: LOCAL, code: 'score/tool' }] }, valueString: 'Own list of 2026' },
      { code: { coding: [{ system: LOCAL, code: 'score/counted' }] }, valueQuantity: { value: 36 } },
      { code: { coding: [{ system: LOCAL, code: 'phq2/interest' }], text: 'Interest' }, valueString: 'none' },
    ],
  });
  const [score] = value('scores', [limited]);
  assert.deepEqual(score?.said.beside, ['by Own list of 2026', 'counted: 36']);
  assert.deepEqual(score.said.parts, ['Interest: none']);
});

test('a score in doubt stands behind the one that leads, and makes up for no cancelled one', () => {
  const mistaken = phq2('wrong', { note: [{ text: 'Wrong resident' }], effectiveDateTime: '2026-02-01' });
  const ahead = phq2('ahead', { effectiveDateTime: '2027-01-01' });
  const own = phq2('own', { effectiveDateTime: '2026-01-01' });
  assert.deepEqual(told(mistaken, own), { totals: ['2026-01-01', '2026-02-01'], gaps: [] });
  const off = phq2('off', { status: 'cancelled', effectiveDateTime: '2026-01-15' });
  for (const other of [mistaken, ahead])
    assert.deepEqual(told(off, other), { totals: [other['effectiveDateTime']], gaps: ['1 observation'] });
});
