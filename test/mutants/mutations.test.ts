import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutationsOf, plant } from './mutations.ts';

const planted = (text: string) =>
  mutationsOf('a.ts', text).map((mutation) => [mutation.kind, plant(text, mutation)] as const);
const faults = (text: string) => planted(text).map(([, fault]) => fault);

test('a cut-off is moved by one at its edge, reversed, and its number raised', () => {
  assert.deepEqual(planted('const is = total >= 5'), [
    ['comparison', 'const is = total > 5'],
    ['comparison', 'const is = total < 5'],
    ['number', 'const is = total >= 6'],
  ]);
});

test('a guard is dropped, and is replaced by one that always holds', () => {
  const text = 'function f() { if (isOver) return null; }';
  assert.deepEqual(faults(text), [text.replace('isOver', 'true'), text.replace('isOver', 'false')]);
});

test('a fallback and a negation are dropped', () => {
  assert.deepEqual(planted("const text = name ?? 'nobody'"), [['fallback', 'const text = name']]);
  assert.deepEqual(planted('const is = !isDead'), [['negation', 'const is = isDead']]);
});

test('an action is dropped: a call, an assignment, a wait', () => {
  for (const statement of ['port.close();', 'this.form = null;', 'await store.put(row);'])
    assert.ok(
      planted(`async function f() { ${statement} }`).some(
        ([kind, fault]) => kind === 'effect' && !fault.includes(statement),
      ),
      statement,
    );
  assert.deepEqual(faults('class A { constructor() { super(); } }'), []);
});

test('a table loses each entry in turn, and a list inside a function is no table', () => {
  const text = "export const OVER = ['ended', 'stopped'];";
  assert.deepEqual(planted(text), [
    ['entry', "export const OVER = [ 'stopped'];"],
    ['entry', "export const OVER = ['ended', ];"],
  ]);
  assert.deepEqual(faults(`function f() { return ['ended', 'stopped']; }`), []);
});

test('half a pair is no mutation, because the types would find it', () => {
  const kinds = (text: string) => planted(text).filter(([kind]) => kind === 'entry').length;
  assert.equal(kinds("const WORDS = [['a', 'Ann'], ['b', 'Bess']];"), 2);
  assert.equal(kinds('const LIMITS = { possible: [0, 3] };'), 0);
});

test('a boolean in a default or a table is reversed', () => {
  assert.deepEqual(planted('const item = { fresh: true }'), [['boolean', 'const item = { fresh: false }']]);
});

test('a choice, an order and a spread are dropped', () => {
  assert.deepEqual(planted('const shown = all.filter(isShown)'), [['selection', 'const shown = all']]);
  assert.deepEqual(planted('const shown = { ...before, a }'), [['spread', 'const shown = { ...{}, a }']]);
});

test('types, imports, comments and words stay as they are', () => {
  assert.deepEqual(
    faults(`
      import { a } from './a.ts';
      type Open = { is: true } | { is: 5 };
      interface Row { readonly known: true }
      // if (a) return b ?? c;
      const words = 'a < b';
      let open: Row | undefined;
    `),
    [],
  );
});

test('a fault stands exactly where it was planted, also among brackets and comments', () => {
  assert.deepEqual(planted('const is = (a) /* not < */ < b')[0], [
    'comparison',
    'const is = (a) /* not < */ <= b',
  ]);
});
