import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormDefinition } from '../../form/definition.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, NURSE, draftWith, instant, said } from './session.fixtures.ts';
import { fewAnswers, stopsOf } from './stops.ts';

// F1: whatever a person does, nothing is signed of which one of these is true. `finish.test.ts` presses "sign".

const text = (id: string, more = {}) => ({ id, type: 'text', text: id, ...more }) as const;
const formOf = (...items: FormDefinition['items']): FormDefinition => ({
  id: 'words',
  title: 'Words',
  version: '1',
  items,
});
const opened = (form = formOf(text('a'), text('b'))) => new OneSession({ form }).loads();
const stops = ({ session }: OneSession, now = instant(3600)) => stopsOf(session, now).map(({ kind }) => kind);
const isFewOf = ({ session }: OneSession) => session.state !== null && fewAnswers(session.state) !== null;
const not = (one: OneSession, key: string) =>
  one.do({ kind: 'not-assessed', key, state: 'unable', reason: 'asleep' });

test('F1: a form that is not open stops nobody, as there is nothing to sign', () => {
  assert.deepEqual(stops(new OneSession()), []);
});

test('F1: "not assessed because" of everything is an answer, and can be signed', () => {
  const one = not(not(opened(), 'a'), 'b');
  assert.deepEqual([stops(one), isFewOf(one)], [[], false]);
});

test('F1: an answer that is taken away again is none', () => {
  const one = opened().answer('a', 'r1:1').do({ kind: 'answer', key: 'a', values: null });
  assert.deepEqual(stops(one), ['nothing-answered']);
});

test('F1: an answer that is not shown any more is none', () => {
  const one = opened(formOf(text('a'), text('b', { hidden: true }))).answer('b', 'r1:hidden');
  assert.deepEqual(stops(one), ['nothing-answered']);
});

test('F1: a form of which no question is shown is not signed, unless it reads out what it was given', () => {
  for (const form of [
    formOf({ id: 'd', type: 'display', text: 'Words' }),
    formOf(text('a', { hidden: true })),
  ])
    assert.deepEqual(stops(opened(form)), ['nothing-answered']);
  const given = formOf(text('a', { readOnly: true }));
  assert.deepEqual(stops(opened(given)), ['nothing-answered']);
  const draft = draftWith({});
  const filled = new OneSession({ form: given }).loads({ draft: { ...draft, answers: { a: said('r1:1') } } });
  assert.deepEqual(stops(filled), []);
});

test('F1: every stop is said at once, so that nobody is sent back twice', () => {
  const number = { id: 'n', type: 'integer', text: 'n' } as const;
  const form = formOf(text('a', { required: true }), number, text('b'));
  const around = { ...AROUND, author: null };
  const one = new OneSession({ form, around }).loads();
  one.do({ kind: 'enter', key: 'n', field: { part: 'text', n: 0 }, text: 'twelve' });
  one.do({ kind: 'type-seen', part: 'day', text: '45' });
  assert.deepEqual(stops(one), [
    'nothing-answered',
    'required',
    'refused-entry',
    'refused-seen',
    'no-author',
  ]);
  const [, required, refused] = stopsOf(one.session);
  assert.deepEqual(
    [required, refused?.kind === 'refused-entry' && refused.key],
    [{ kind: 'required', key: 'a' }, 'n'],
  );
});

test('F1: what stands in the field of a question that is not asked any more stops nobody', () => {
  const number = { id: 'where', type: 'integer', text: 'n' } as const;
  const list = { id: 'fall', type: 'group', text: 'Fall', repeats: true, items: [number] } as const;
  const one = opened(formOf(text('a'), list))
    .answer('a', 'r1:1')
    .do({ kind: 'add-row', group: 'fall' });
  one.do({ kind: 'enter', key: 'where[2]', field: { part: 'text', n: 0 }, text: 'twelve' });
  assert.deepEqual(stops(one), ['refused-entry']);
  assert.deepEqual(stops(one.do({ kind: 'remove-row', group: 'fall', row: '2' })), []);
});

test('F1: nobody was seen at a moment that is still to come, but for what two clocks differ', () => {
  const at = (seconds: number) => {
    const draft = { ...draftWith({ a: 'r1:1', b: 'r1:2' }), assessedAt: instant(seconds) };
    return stops(new OneSession().loads({ draft }), instant(0));
  };
  assert.deepEqual([at(-86_400), at(0), at(240), at(360)], [[], [], [], ['refused-seen']]);
});

test('F1: blanks are no name', () => {
  for (const name of [null, '', ' ', '\u00a0\t'])
    assert.deepEqual(
      stops(
        opened()
          .answer('a', 'r1:1')
          .do({ kind: 'surroundings', around: { ...AROUND, author: { ...NURSE, name } } }),
      ),
      ['no-author'],
    );
});

test('F1: few is less than half of what is asked, whatever the form and the answers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.nat(30), (all, given, declined) => {
      const one = opened(formOf(...Array.from({ length: all }, (_, at) => text(`q${at}`))));
      const known = Math.min(all, given);
      for (let at = 0; at < known; at += 1) one.answer(`q${at}`, 'r1:1');
      const more = Math.min(all - known, declined);
      for (let at = known; at < known + more; at += 1) not(one, `q${at}`);
      assert.equal(isFewOf(one), (known + more) * 2 < all);
      assert.equal(stops(one).includes('nothing-answered'), known + more === 0);
    }),
    { numRuns: 60 },
  );
});

test('F1: of an assessment, few is said and judged of the same questions: of those that may be left out only what is known', () => {
  const must = ['a', 'b', 'c', 'd'].map((id) => text(id));
  const may = ['e', 'f', 'g', 'h'].map((id) => text(id, { optional: true }));
  const items = [...must, ...may];
  const template = { ...formOf(...items), problemRules: [], deficits: null };
  const few = ({ session }: OneSession) => session.state && fewAnswers(session.state);
  assert.deepEqual(few(opened(template).answer('a', 'r1:1')), { known: 1, asked: 4 });
  assert.deepEqual(few(opened(template).answer('e', 'r1:1')), { known: 1, asked: 5 });
  assert.equal(few(opened(template).answer('a', 'r1:1').answer('b', 'r1:2')), null);
  const form = opened(formOf(...items))
    .answer('a', 'r1:1')
    .answer('b', 'r1:2');
  assert.deepEqual(few(form), { known: 2, asked: 8 });
});
