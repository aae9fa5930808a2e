import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutationsOf, plant } from './mutations.ts';

const planted = (text: string) =>
  mutationsOf('a.ts', text).map((mutation) => [mutation.kind, plant(text, mutation)] as const);
const faults = (text: string) => planted(text).map(([, fault]) => fault);

test('a cut-off is moved by one at its edge, turned round, and its number raised', () => {
  assert.deepEqual(planted('const is = total >= 5'), [
    ['comparison', 'const is = total > 5'],
    ['comparison', 'const is = total < 5'],
    ['number', 'const is = total >= 6'],
  ]);
});

test('a guard is dropped, and one that always holds takes its place', () => {
  const text = 'function f() { if (isOver) return null; }';
  assert.deepEqual(faults(text), [text.replace('isOver', 'true'), text.replace('isOver', 'false')]);
});

test('a fallback goes, and a denial', () => {
  assert.deepEqual(planted("const text = name ?? 'nobody'"), [['fallback', 'const text = name']]);
  assert.deepEqual(planted('const is = !isDead'), [['negation', 'const is = isDead']]);
});

test('what is done and not only told is dropped: a call, an assignment, a wait', () => {
  for (const statement of ['port.close();', 'this.form = null;', 'await store.put(row);'])
    assert.ok(
      planted(`async function f() { ${statement} }`).some(
        ([kind, fault]) => kind === 'effect' && !fault.includes(statement),
      ),
      statement,
    );
  assert.deepEqual(faults('class A { constructor() { super(); } }'), []);
});

test('a table loses each entry in turn, and a list within a function is no table', () => {
  const text = "export const OVER = ['ended', 'stopped'];";
  assert.deepEqual(planted(text), [
    ['entry', "export const OVER = [ 'stopped'];"],
    ['entry', "export const OVER = ['ended', ];"],
  ]);
  assert.deepEqual(faults(`function f() { return ['ended', 'stopped']; }`), []);
});

test('half a pair is no fault: the types see it', () => {
  const kinds = (text: string) => planted(text).filter(([kind]) => kind === 'entry').length;
  assert.equal(kinds("const WORDS = [['a', 'Ann'], ['b', 'Bess']];"), 2);
  assert.equal(kinds('const LIMITS = { possible: [0, 3] };'), 0);
});

test('a boolean of a default or a table is the other one', () => {
  assert.deepEqual(planted('const item = { fresh: true }'), [['boolean', 'const item = { fresh: false }']]);
});

test('a choice, an order and a spread are lost', () => {
  assert.deepEqual(planted('const shown = all.filter(isShown)'), [['selection', 'const shown = all']]);
  assert.deepEqual(planted('const shown = { ...before, a }'), [['spread', 'const shown = { ...{}, a }']]);
});

test('types, imports, comments and words are left alone', () => {
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

test('a fault stands where it was planted, with brackets and comments around', () => {
  assert.deepEqual(planted('const is = (a) /* not < */ < b')[0], [
    'comparison',
    'const is = (a) /* not < */ <= b',
  ]);
});
