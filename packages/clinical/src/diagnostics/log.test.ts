import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '../errors.ts';
import { log, loggedCode, openLog, type LogLine } from './log.ts';
import { reportCaught } from './report-caught.ts';

const WORDS = 'ASHDOWN, Agnes 999 000 0018';

function linesOf(run: () => void): readonly LogLine[] {
  const lines: LogLine[] = [];
  const close = openLog((line) => lines.push(line));
  run();
  close();
  return lines;
}

test('a caught error is one line: its place and its code', () => {
  assert.deepEqual(
    linesOf(() => reportCaught(new TypeError(WORDS), 'clinical/evaluator')),
    [{ kind: 'caught', place: 'clinical/evaluator', part: null, code: 'TypeError' }],
  );
  assert.equal(loggedCode(new EhchError('busy', WORDS)), 'busy');
});

test('no text of an error gets into the log', () => {
  class Named extends Error {
    override readonly name = WORDS;
  }
  const talkative: readonly unknown[] = [
    new Named(WORDS, { cause: WORDS }),
    new EhchError(WORDS as never, WORDS, { cause: new Error(WORDS) }),
    Object.assign(new RangeError(WORDS), { code: WORDS, stack: WORDS }),
    WORDS,
    { code: WORDS, name: WORDS, message: WORDS },
    null,
  ];
  const lines = linesOf(() => {
    for (const error of talkative) reportCaught(error, 'clinical/evaluator');
  });
  assert.equal(lines.length, talkative.length);
  assert.doesNotMatch(JSON.stringify(lines), /ASHDOWN|999/);
});

test('a closed log receives nothing, and a listener that throws stops nobody', () => {
  assert.deepEqual(
    linesOf(() => {
      const close = openLog(() => {
        throw new Error('no room left');
      });
      log({ kind: 'timed', place: 'sync/read', part: null, ms: 3, outcome: 'ok' });
      close();
    }).length,
    1,
  );
  const late = linesOf(() => {});
  reportCaught(new Error(WORDS), 'clinical/evaluator');
  assert.deepEqual(late, []);
});
