import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compare } from './vectors/compare.ts';
import { PrintedNumber } from './vectors/vector-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
after(() => rmSync(folder, { recursive: true }));

const efi = (...vectors: unknown[]) => JSON.stringify({ instruments: { efi: { vectors } } });
const right = { id: 'right', input: 13, expected: { band: 'severe', score: 0.3611 } };

function run(content: string | null, ...args: string[]) {
  const file = join(folder, 'file.json');
  if (content !== null) writeFileSync(file, content);
  const command = ['--conditions=@ehch/source', join(import.meta.dirname, 'vectors.ts')];
  const path = content === null ? join(folder, 'absent.json') : file;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, path, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout: stdout.trim(), stderr };
}

test('a file that agrees passes, and the output says how many examples ran', () => {
  assert.deepEqual(run(efi(right), '--require', 'efi'), { status: 0, stdout: 'efi: passed 1', stderr: '' });
});

test('one wrong example fails the run and is named', () => {
  const { status, stdout, stderr } = run(
    efi(right, { id: 'wrong', input: 13, expected: { band: 'moderate' } }),
  );
  assert.deepEqual({ status, stdout }, { status: 1, stdout: 'efi: FAILED 1 of 2: wrong' });
  assert.match(stderr, /wrong: \.band: expected "moderate", got "severe"/);
});

test('an example that compares nothing fails', () => {
  for (const expected of [{}, { items: {} }])
    assert.equal(run(efi({ id: 'x', input: 1, expected })).status, 1);
  assert.equal(run(efi()).status, 1);
  assert.equal(run(efi({ id: 'x', input: 1 })).status, 1);
  assert.equal(run(efi({ id: 'x', expected: { band: 'fit' } })).status, 1);
  assert.equal(run(efi({ id: 'x', input: 1, expected: { nosuch: null } })).status, 1);
});

test('a set that nobody implements is named and fails the run, required or not', () => {
  const file = JSON.stringify({ instruments: { efi: { vectors: [right] }, other: { vectors: [right] } } });
  const { status, stdout, stderr } = run(file, '--require', 'efi');
  assert.deepEqual({ status, stdout }, { status: 1, stdout: 'efi: passed 1\nother: not implemented' });
  assert.match(stderr, /other is not implemented/);
});

test('a set left out for its licence is named with the reason, and fails only if required', () => {
  const file = JSON.stringify({ instruments: { must: { vectors: [{ ...right, id: 'left' }] } } });
  const { status, stdout, stderr } = run(file);
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  assert.match(stdout, /^must: left out, because .*permission/);
  assert.equal(run(file, '--require', 'must').status, 1);
});

test('a required set that the file lacks fails the run', () => {
  const { status, stderr } = run(efi(right), '--require=efi,news2');
  assert.equal(status, 1);
  assert.match(stderr, /news2 is required and not in the file/);
});

test('an unreadable file or a wrong call fails with one clear line', () => {
  const texts = [
    null,
    '',
    '{',
    '[]',
    '{}',
    '{"instruments":{}}',
    '{"instruments":{"efi":3}}',
    '{"instruments":{"efi":{"vectors":{}}}}',
  ];
  for (const text of texts) {
    const { status, stderr } = run(text);
    assert.equal(status, 1);
    assert.match(stderr, /^.+\n$/);
  }
  for (const args of [['second.json'], ['--require'], ['--require', ''], ['--nosuch']]) {
    assert.equal(run(efi(right), ...args).status, 1, args.join(' '));
  }
});

test('sub-scores are compared too', () => {
  const file = (expected: number) =>
    JSON.stringify({
      instruments: {
        news2: {
          vectors: [],
          subscoreVectors: [{ id: 's', param: 'pulse', input: { pulse: 131 }, expected }],
        },
      },
    });
  assert.equal(run(file(3)).status, 0);
  assert.equal(run(file(2)).status, 1);
});

test('numbers agree to the printed decimals, and whole numbers exactly', () => {
  const agrees = (printed: string, actual: unknown) =>
    compare(new PrintedNumber(printed), actual).differences.length === 0;
  assert.ok(agrees('0.3611', 13 / 36) && agrees('58.0', 58.04) && agrees('3', 3) && agrees('-1', -1));
  assert.ok(!agrees('0.361', 0.3621) && !agrees('58.0', 58.06) && !agrees('3', 3.0001) && !agrees('3', '3'));
  assert.ok(!agrees('0', null) && !agrees('0', undefined) && !agrees('0.0', Number.NaN));
});

test('lists agree exactly', () => {
  const agrees = (expected: unknown, actual: unknown) => compare(expected, actual).differences.length === 0;
  assert.ok(agrees(['a', 'b'], ['a', 'b']) && agrees([], []));
  assert.ok(
    !agrees(['a', 'b'], ['b', 'a']) && !agrees([], ['a']) && !agrees(['a'], []) && !agrees([{}], [{ a: 1 }]),
  );
});

const shared = join(import.meta.dirname, '../../shared/vectors/clinical-vectors.json');
const absent = existsSync(shared) ? false : 'the shared worked examples are not beside this checkout';
test('the published worked examples agree', { skip: absent }, () => {
  const required =
    'news2,news2-change,news2-imported-decimal,efi,efi-score-entry,cfs-entry,nhs-number,ehch-pcsp-due,snomed-id';
  const command = [
    '--conditions=@ehch/source',
    join(import.meta.dirname, 'vectors.ts'),
    shared,
    '--require',
    required,
  ];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});
