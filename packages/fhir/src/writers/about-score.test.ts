import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aboutScore } from './about-score.ts';

test('a result of no instrument of the kit is refused with what to do, and gets no unit of ours', () => {
  assert.equal(aboutScore('news2').unit.kind, 'points');
  assert.equal(aboutScore('cga-frailty-index').unit.kind, 'ratio');
  assert.throws(() => aboutScore('our-own'), {
    name: 'EhchError',
    code: 'bad-argument',
    message: /"our-own".*Register it/,
  });
});
