import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '../errors.ts';
import { news2 } from '../instruments/news2/news2.ts';
import { formOfInstrument } from '../form/form-of-instrument.ts';
import { answered, NURSE, SEEN, startOf } from './answered.fixtures.ts';
import { candidatesOf } from './candidates.ts';
import { carriedForward } from './carried-forward.ts';
import { changesBetween } from './changes-between.ts';
import { cga1 } from './cga/cga-1.ts';
import { finishAssessment } from './finish.ts';

const finish = { at: SEEN, by: NURSE, template: null };
const isRefused = (error: unknown) => error instanceof EhchError && error.code === 'bad-argument';

test('nothing of the last assessment of another resident is compared', () => {
  const another = { ...startOf(cga1), resident: 'somebody-else' };
  const last = finishAssessment(answered(cga1, { sleep: 'poor' }, { from: another }), finish);
  const state = answered(cga1, { sleep: 'good' });
  assert.throws(() => changesBetween(last, state), isRefused);
  assert.throws(() => candidatesOf(cga1, state, last), isRefused);
});

test('nothing of an assessment by another form is carried over', () => {
  const last = finishAssessment(answered(formOfInstrument(news2), { 'news2/pulse': 80 }), finish);
  assert.throws(() => carriedForward(cga1, last), isRefused);
});
