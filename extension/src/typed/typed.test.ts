import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCopied } from './read-copied.ts';
import { readIdentifiers } from './read-identifiers.ts';
import { readTypedDate } from './read-typed-date.ts';
import { readTypedNumber } from './read-typed-number.ts';

for (const text of [
  '9990000018',
  ' 999 000 0018 ',
  '999-000-0018',
  '999\u00a0000\u00a00018',
  '999\u2011000\u20110018',
  '９９９ ０００ ００１８',
  'NHS No. 999 000 0018',
  'NHS number: 9990000018',
  'nhs 999 000 0018',
  '\u200e999 000 0018\u200e',
  '\u2067NHS No.\u2069 \u200e999 000 0018',
])
  test(`a number as people copy it: ${JSON.stringify(text)}`, () =>
    assert.deepEqual(readTypedNumber(text, 'nhs'), { kind: 'number', value: '9990000018' }));

for (const [text, why] of [
  ['', 'empty'],
  ['  ', 'empty'],
  ['NHS No.', 'empty'],
  ['999 000 001', 'format'],
  ['999 000 0018 999 000 0026', 'format'],
  ['Ashworth', 'format'],
  ['999 000 0019', 'check-digit'],
  ['0000000000', 'repeated-digit'],
  ['QQ 12 34 56 C', 'national-insurance'],
  ['CHI 310 239 0048', 'format'],
  ['CHI No. 999 000 0018', 'format'],
  ['9'.repeat(100_000), 'format'],
] as const)
  test(`no number, and why: ${JSON.stringify(text.slice(0, 30))}`, () =>
    assert.deepEqual(readTypedNumber(text, 'nhs'), { kind: 'refused', why }));

for (const text of [
  '14/07/1941',
  '14/7/1941',
  '14 7 1941',
  '14.7.1941',
  '14-Jul-1941',
  '14 July 1941',
  '14071941',
  '1941-07-14',
  'DOB: 14-Jul-1941 (85y)',
  'Born 14-Jul-1941',
  'Date of birth 14/07/1941',
  '\u200e14/07/1941\u200f',
])
  test(`a date of birth as people write it: ${text}`, () =>
    assert.deepEqual(readTypedDate(text), { kind: 'date', value: '1941-07-14' }));

test('a number under the label of another is no number of this kind, typed or copied', () => {
  assert.deepEqual(readTypedNumber('CHI 310 239 0048', 'chi'), { kind: 'number', value: '3102390048' });
  assert.deepEqual(readTypedNumber('NHS No. 999 000 0018', 'chi'), { kind: 'refused', why: 'format' });
  assert.deepEqual(readCopied('CHI 310 239 0048, 25/01/1939'), { kind: 'refused', why: 'format' });
});

test('September has three spellings, and no month of another language is guessed', () => {
  for (const month of ['Sep', 'Sept', 'september'])
    assert.deepEqual(readTypedDate(`1 ${month} 1941`), { kind: 'date', value: '1941-09-01' });
  assert.equal(readTypedDate('1 Juli 1941').kind, 'refused');
});

for (const [text, why] of [
  ['', 'empty'],
  ['born', 'empty'],
  ['14/07/41', 'year'],
  ['14/7/041', 'year'],
  ['1941', 'format'],
  ['07/1941', 'format'],
  ['yesterday', 'format'],
  ['x'.repeat(100_000), 'format'],
  ['31/02/1941', 'no-such-day'],
  ['07/14/1941', 'no-such-day'],
  ['1941-13-01', 'no-such-day'],
] as const)
  test(`no date of birth, and why: ${JSON.stringify(text.slice(0, 30))}`, () =>
    assert.deepEqual(readTypedDate(text), { kind: 'refused', why }));

for (const [text, number, born] of [
  ['999 000 0018', '9990000018', null],
  ['14-Jul-1941', null, '1941-07-14'],
  ['999 000 0018\t14/07/1941', '9990000018', '1941-07-14'],
  ['Born 14-Jul-1941, NHS No. 999 000 0018\r\n', '9990000018', '1941-07-14'],
] as const)
  test(`copied and taken: ${JSON.stringify(text)}`, () =>
    assert.deepEqual(readCopied(text), { kind: 'taken', number, born }));

for (const [text, why] of [
  ['', 'empty'],
  [' \n', 'empty'],
  ['999 000 0018\n999 000 0026', 'several'],
  ['14/07/1941, 15/07/1941', 'several'],
  ['ASHWORTH, Doris May', 'format'],
  ['999 000 0018, ASHWORTH', 'format'],
  ['999 000 0019', 'check-digit'],
  ['x'.repeat(121), 'too-long'],
  ['1'.repeat(1_000_000), 'too-long'],
] as const)
  test(`copied and refused: ${JSON.stringify(text.slice(0, 30))}`, () =>
    assert.deepEqual(readCopied(text), { kind: 'refused', why }));

test('whatever was copied, nothing but a number and a date ever comes out', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const read = readCopied(text);
      if (read.kind === 'refused') return assert.deepEqual(Object.keys(read), ['kind', 'why']);
      assert.match(read.number ?? '9990000018', /^\d{10}$/);
      assert.match(read.born ?? '1941-07-14', /^\d{4}-\d{2}-\d{2}$/);
    }),
  );
});

const NOTHING = { number: '', chi: '', family: '', born: '' };

test('a number or a name alone is never looked up', () => {
  for (const one of [{ number: '999 000 0018' }, { chi: '3102390048' }, { family: 'Ashworth' }])
    assert.deepEqual(readIdentifiers({ ...NOTHING, ...one }), {
      kind: 'refused',
      field: 'born',
      why: 'empty',
    });
});

test('two identifiers are looked up: one number or name, and the date of birth', () => {
  const born = '14/07/1941';
  const value = '1941-07-14';
  const of = (one: object) => {
    const read = readIdentifiers({ ...NOTHING, ...one, born });
    return read.kind === 'identifiers' ? read.identifiers : read;
  };
  assert.deepEqual(of({ number: '999 000 0018' }), { by: 'nhs-number', number: '9990000018', born: value });
  assert.deepEqual(of({ chi: '310 239 0048' }), { by: 'chi-number', number: '3102390048', born: value });
  assert.deepEqual(of({ family: ' Ashworth ' }), { by: 'name', family: 'Ashworth', born: value });
  assert.deepEqual(of({}), { kind: 'refused', field: 'number', why: 'none-or-several' });
  assert.deepEqual(of({ number: '999 000 0018', family: 'Ashworth' }), {
    kind: 'refused',
    field: 'family',
    why: 'none-or-several',
  });
  assert.deepEqual(of({ number: '12' }), { kind: 'refused', field: 'number', why: 'format' });
  assert.deepEqual(of({ chi: '3102390049' }), { kind: 'refused', field: 'chi', why: 'check-digit' });
});
