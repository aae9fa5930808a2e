import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NotCovered } from './not-covered.ts';
import { parse, quoted } from './parse.ts';
import { unparse } from './unparse.ts';

const read = (text: string) => unparse(parse(text));

test('operators bind as the grammar orders them, and from the left', () => {
  const cases = {
    '1 + 2 * 3 - 4': '((1 + (2 * 3)) - 4)',
    '8 div 3 mod 2 / 5': '(((8 div 3) mod 2) / 5)',
    '-2.power(2)': '(-2.power(2))',
    '-1 * 2': '((-1) * 2)',
    'a | b = c | d': '((a | b) = (c | d))',
    'a < b = c > d': '((a < b) = (c > d))',
    'a in b and c or d xor e implies f': '(((((a in b) and c) or d) xor e) implies f)',
    'a and b or c and d': '((a and b) or (c and d))',
    '1 + a as Coding': '((1 + a) as Coding)',
    'a & b + c': '((a & b) + c)',
    'a[0].b[1 + 2].c': 'a[0].b[(1 + 2)].c',
  };
  for (const [text, as] of Object.entries(cases)) assert.equal(read(text), as, text);
});

test('after a type only a looser operator may follow, so that nobody has to guess the meaning', () => {
  assert.equal(read('a as Coding = b'), '((a as Coding) = b)');
  for (const text of ['a as Coding + 1', '1 + a as Coding * 2', 'a is Coding & b'])
    assert.throws(() => parse(text), NotCovered, text);
});

test('a number before a dot is a number, and one before a unit is a quantity', () => {
  assert.equal(read('5.ln()'), '5.ln()');
  assert.equal(read('0.0254'), '0.0254');
  assert.equal(parse("4 'kg'").kind, 'other-literal');
  assert.equal(parse('2 years').kind, 'other-literal');
  assert.equal(parse('@2022-11-12').kind, 'other-literal');
  assert.equal(parse('@T17:03:07').kind, 'other-literal');
});

test('comments are left out, and names in backquotes are names', () => {
  assert.equal(read('a /* b */ . c // d'), 'a.c');
  assert.equal(read('%`a b`.`c d`'), '%`a b`.`c d`');
  assert.equal(read("a.contains('x')"), "a.contains('x')");
});

test('a declared variable may contain a hyphen, and an undeclared one is a subtraction', () => {
  assert.equal(unparse(parse('%has-fever', ['has-fever'])), '%`has-fever`');
  assert.equal(read('%has-fever'), '(%has - fever)');
});

test('an expression that was written as text is parsed to the same expression', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
      assert.deepEqual(parse(quoted(text)), { kind: 'literal', value: text });
    }),
  );
});

test('text that is no expression is refused in one way, however it is broken', () => {
  for (const text of ['', '1 +', '(1', "'open", 'a..b', 'a b', '{1}', '%', '#', 'f(1,', '1 2', 'and', '.a'])
    assert.throws(() => parse(text), NotCovered, text);
  assert.throws(() => parse('('.repeat(10_000)), NotCovered);
  assert.throws(() => parse('-'.repeat(10_000)), NotCovered);
  assert.throws(() => parse(`a${' '.repeat(200_000)}`), NotCovered);
});

test('any text ends in an expression or a refusal', () => {
  const part = fc.constantFrom(
    ..."a b . ( ) [ ] { } + - * / = ' ` % $this 1 2.5 and or in is as div , | & <".split(' '),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      try {
        parse(parts.join(' '));
      } catch (error) {
        assert.ok(error instanceof NotCovered);
      }
    }),
    { numRuns: 2000 },
  );
});
