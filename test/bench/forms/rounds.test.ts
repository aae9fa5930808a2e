import assert from 'node:assert/strict';
import { it } from 'node:test';
import { good } from './rounds.ts';

it('a round counts unless the control was far slower in it than usual', () => {
  const round = (render: number, score: number) => new Map([['floor', { render, scores: [score] }] as const]);
  const rounds = [round(50, 10), round(60, 12), round(55, 11), round(170, 11), round(55, 40)];
  assert.deepEqual(good(rounds), rounds.slice(0, 3));
  assert.equal(good([new Map()]).length, 1);
});
