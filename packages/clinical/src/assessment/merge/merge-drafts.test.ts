import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '../../form/answer.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Draft } from '../../form/draft.ts';
import { openForm } from '../../form/open.ts';
import { addRow, removeRow } from '../../form/rows.ts';
import { startDraft } from '../../form/start.ts';
import { answerItem } from '../../form/answer-item.ts';
import { disputesIn } from './disputes.ts';
import { mergeDrafts, type DraftConflict } from './merge-drafts.ts';

const text = (id: string) => ({ id, type: 'text', text: id }) as const;
const form: FormDefinition = {
  id: 'f',
  title: 'F',
  version: '1',
  items: [
    text('a'),
    text('b'),
    {
      id: 'fall',
      type: 'group',
      text: 'Fall',
      repeats: true,
      items: [
        text('where'),
        text('injury'),
        { id: 'seen', type: 'group', text: 'Seen', repeats: true, items: [text('by')] },
      ],
    },
  ],
};

const START = '2026-11-12T09:00:00Z';
const base = startDraft({ id: 'd', resident: 'r', form, at: START });
const ME = { name: 'A', role: 'nurse' };
const YOU = { name: 'B', role: 'GP' };

function say(words: string, at = START, by: Answer['by'] = ME): Answer {
  return { state: 'given', values: [{ type: 'text', value: words }], at, by, from: { kind: 'entered' } };
}

function edit(draft: Draft, answers: Readonly<Record<string, Answer | null>>, rows = 0): Draft {
  let state = openForm(form, draft);
  for (let added = 0; added < rows; added += 1) state = addRow(state, 'fall').state;
  for (const [key, answer] of Object.entries(answers)) state = answerItem(state, key, answer).state;
  return state.draft;
}

const without = (draft: Draft, row: string) => removeRow(openForm(form, draft), 'fall', row).state.draft;

test('answers made apart are both kept', () => {
  const { draft, conflicts } = mergeDrafts(
    form,
    base,
    edit(base, { a: say('1') }),
    edit(base, { b: say('2', START, YOU) }),
  );
  assert.deepEqual([draft.answers, conflicts], [{ a: say('1'), b: say('2', START, YOU) }, []]);
});

test('the same question answered otherwise is a conflict with both answers, and nothing is chosen', () => {
  const [mine, theirs] = [say('mine'), say('theirs', '2026-11-13T09:00:00Z', YOU)];
  const { draft, conflicts } = mergeDrafts(form, base, edit(base, { a: mine }), edit(base, { a: theirs }));
  assert.deepEqual(draft.answers, {});
  assert.deepEqual(conflicts, [{ kind: 'answer', key: 'a', said: [mine, theirs] }]);
});

test('the same answer given twice is one, and the earlier one stays whichever side it is on', () => {
  const [early, late] = [say('x', START, YOU), say('x', '2026-11-12T10:00:00+00:00')];
  for (const [mine, theirs] of [
    [early, late],
    [late, early],
  ] as const) {
    const { draft, conflicts } = mergeDrafts(form, base, edit(base, { a: mine }), edit(base, { a: theirs }));
    assert.deepEqual([draft.answers['a'], conflicts], [early, []]);
  }
});

test('an answer taken back on one side is gone, unless the other side said something else meanwhile', () => {
  const before = edit(base, { a: say('old') });
  const cleared = edit(before, { a: null });
  assert.deepEqual(mergeDrafts(form, before, cleared, before).draft.answers, {});
  const other = edit(before, { a: say('new') });
  assert.deepEqual(mergeDrafts(form, before, cleared, other).conflicts, [
    { kind: 'answer', key: 'a', said: [null, say('new')] },
  ]);
});

test('to say an old answer again is to have looked: against another answer it is a conflict', () => {
  const before = edit(base, { a: say('old') });
  const again = edit(before, { a: say('old', '2026-11-13T09:00:00Z', YOU) });
  const other = edit(before, { a: say('new') });
  assert.equal(mergeDrafts(form, before, again, other).conflicts.length, 1);
});

test('two people who each fill in the first row, or add the second, mean two falls', () => {
  const mine = edit(base, { 'where[1]': say('stairs'), 'where[2]': say('bed') }, 1);
  const theirs = edit(base, { 'where[1]': say('bath', START, YOU), 'where[2]': say('door', START, YOU) }, 1);
  const { draft, conflicts } = mergeDrafts(form, base, mine, theirs);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(draft.rows['fall'], ['1', '2', '3', '4']);
  const said = (draft.rows['fall'] ?? []).map((row) => wordsOf(draft.answers[`where[${row}]`]));
  assert.deepEqual(said, ['stairs', 'bed', 'bath', 'door']);
});

test('rows inside a row that got another name go with it', () => {
  const mine = edit(base, { 'by[1.1]': say('nurse') });
  const theirs = edit(base, { 'by[1.1]': say('GP', START, YOU), 'where[1]': say('bath', START, YOU) });
  const { draft } = mergeDrafts(form, base, mine, theirs);
  assert.deepEqual([wordsOf(draft.answers['by[1.1]']), wordsOf(draft.answers['by[2.1]'])], ['nurse', 'GP']);
  assert.equal(wordsOf(draft.answers['where[2]']), 'bath');
});

test('a row that one took away and the other did not touch is gone', () => {
  const before = edit(base, { 'where[1]': say('stairs'), 'where[2]': say('bed') }, 1);
  const { draft, conflicts } = mergeDrafts(form, before, without(before, '1'), before);
  assert.deepEqual([draft.rows['fall'], Object.keys(draft.answers), conflicts], [['2'], ['where[2]'], []]);
});

test('a row that one took away while the other wrote in it stays as written, and a person decides', () => {
  const before = edit(base, { 'where[1]': say('stairs'), 'where[2]': say('bed') }, 1);
  const wrote = edit(before, { 'injury[1]': say('hip', START, YOU) });
  const { draft, conflicts } = mergeDrafts(form, before, without(before, '1'), wrote);
  assert.deepEqual(draft.rows['fall']?.toSorted(), ['1', '2']);
  assert.deepEqual(
    [wordsOf(draft.answers['where[1]']), wordsOf(draft.answers['injury[1]'])],
    ['stairs', 'hip'],
  );
  assert.deepEqual(conflicts, [{ kind: 'row', group: 'fall', row: '1', removedBy: 'mine' }]);
});

test('the name of a row that was taken away is never given again', () => {
  const before = edit(base, { 'where[1]': say('stairs'), 'where[2]': say('bed') }, 1);
  const { draft } = mergeDrafts(form, before, without(before, '2'), before);
  assert.deepEqual(addRow(openForm(form, draft), 'fall').state.draft.rows['fall'], ['1', '3']);
});

test('nor is it where another program named a row by something else than a number', () => {
  const before: Draft = {
    ...base,
    rows: { fall: ['garden', '2'] },
    answers: { 'where[garden]': say('path'), 'where[2]': say('bed') },
  };
  const { draft } = mergeDrafts(form, before, without(before, '2'), before);
  assert.deepEqual(addRow(openForm(form, draft), 'fall').state.draft.rows['fall'], ['garden', '3']);
});

test('decisions are merged like answers, and so is the day of the visit', () => {
  const decide = (problem: string, by: Answer['by']) =>
    ({ state: 'accepted', problem, at: START, by }) as const;
  const mine = {
    ...base,
    decisions: { x: decide('X', ME), y: decide('Y', ME) },
    assessedAt: '2026-11-13T09:00:00Z',
  };
  const theirs = { ...base, decisions: { x: decide('Z', YOU) } };
  const merged = mergeDrafts(form, base, mine, theirs);
  assert.deepEqual(merged.draft.decisions, { y: decide('Y', ME) });
  assert.deepEqual(merged.conflicts, [
    { kind: 'decision', rule: 'x', said: [decide('X', ME), decide('Z', YOU)] },
  ]);
  assert.equal(merged.draft.assessedAt, mine.assessedAt);
  const other = { ...theirs, decisions: {}, assessedAt: '2026-11-14T09:00:00Z' };
  assert.deepEqual(mergeDrafts(form, base, mine, other).conflicts, [
    { kind: 'assessed-at', said: [mine.assessedAt, other.assessedAt] },
  ]);
});

test('what is in dispute stays in the draft until somebody answers, through every further merge', () => {
  const [mine, theirs] = [edit(base, { a: say('x') }), edit(base, { a: say('y', START, YOU) })];
  const once = mergeDrafts(form, base, mine, theirs).draft;
  assert.deepEqual(disputesIn(once), [{ kind: 'answer', key: 'a', said: [say('x'), say('y', START, YOU)] }]);
  // A third person answers something else, and the one whose answer is in dispute sends it again.
  const third = edit(base, { b: say('z') });
  const later = mergeDrafts(form, base, mergeDrafts(form, base, once, third).draft, theirs).draft;
  assert.deepEqual(disputesIn(later), disputesIn(once));
  const settled = edit(later, { a: say('y') });
  assert.deepEqual(disputesIn(settled), []);
  assert.deepEqual(mergeDrafts(form, later, settled, later).draft.disputed, undefined);
});

test('one answer and one decision in dispute at once stay in dispute, both of them', () => {
  const decided = (problem: string, by: Answer['by']) => ({
    x: { state: 'accepted', problem, at: START, by } as const,
  });
  const mine = { ...edit(base, { a: say('x') }), decisions: decided('X', ME) };
  const theirs = { ...edit(base, { a: say('y', START, YOU) }), decisions: decided('Z', YOU) };
  const { draft } = mergeDrafts(form, base, mine, theirs);
  assert.deepEqual(
    disputesIn(draft).map(({ kind }) => kind),
    ['answer', 'decision'],
  );
});

test('drafts of two residents, two assessments or two versions are never put together', () => {
  for (const other of [{ resident: 'q' }, { id: 'e' }, { form: { id: 'f', version: '2' } }]) {
    assert.throws(() => mergeDrafts(form, base, base, { ...base, ...other }), { code: 'bad-argument' });
    assert.throws(() => mergeDrafts(form, { ...base, ...other }, base, base), { code: 'bad-argument' });
  }
});

type Edit = {
  readonly kind: 'say' | 'clear' | 'add' | 'remove';
  readonly key: string;
  readonly row: number;
  readonly words: string;
};

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('say', 'say', 'say', 'clear', 'add', 'remove'),
    key: fc.constantFrom('a', 'b', 'where', 'injury'),
    row: fc.nat(3),
    words: fc.constantFrom('x', 'y', 'z'),
  }),
  { maxLength: 8 },
);

function apply(draft: Draft, list: readonly Edit[], by: Answer['by']): Draft {
  return list.reduce((before, { kind, key, row, words }, at) => {
    const state = openForm(form, before);
    const rows = before.rows['fall'] ?? ['1'];
    const name = rows[row % Math.max(1, rows.length)];
    if (kind === 'add') return addRow(state, 'fall').state.draft;
    if (name === undefined) return before;
    if (kind === 'remove') return rows.length > 1 ? removeRow(state, 'fall', name).state.draft : before;
    const inRow = key === 'a' || key === 'b' ? key : `${key}[${name}]`;
    const when = `2026-11-12T1${at}:00:00Z`;
    return answerItem(state, inRow, kind === 'clear' ? null : say(words, when, by)).state.draft;
  }, draft);
}

const three = fc.tuple(edits, edits, edits).map(([first, mine, theirs]) => {
  const before = apply(base, first, ME);
  return [before, apply(before, mine, ME), apply(before, theirs, YOU)] as const;
});

test('nothing that one side said since is lost: it is in the draft or in a conflict', () => {
  fc.assert(
    fc.property(three, ([before, mine, theirs]) => {
      const { draft, conflicts } = mergeDrafts(form, before, mine, theirs);
      const there = [...Object.values(draft.answers), ...conflicts.flatMap(answersOf)].map((each) =>
        JSON.stringify(each),
      );
      for (const side of [mine, theirs])
        for (const [key, answer] of Object.entries(side.answers)) {
          if (JSON.stringify(before.answers[key]) === JSON.stringify(answer)) continue;
          // Said alike on both sides, the earlier one stays for both.
          const alike = there.some((each) => each === JSON.stringify(answer) || sameWords(each, answer));
          assert.ok(alike, key);
        }
    }),
    { numRuns: 400 },
  );
});

test('merging with oneself, or with somebody who did nothing, changes nothing', () => {
  fc.assert(
    fc.property(three, ([before, mine]) => {
      for (const [b, m, t] of [
        [before, mine, mine],
        [before, mine, before],
        [before, before, mine],
      ] as const) {
        const { draft, conflicts } = mergeDrafts(form, b, m, t);
        assert.deepEqual([draft.answers, rowsOf(draft), conflicts], [mine.answers, rowsOf(mine), []]);
      }
    }),
    { numRuns: 300 },
  );
});

test('to merge again what was merged changes nothing more', () => {
  fc.assert(
    fc.property(three, ([before, mine, theirs]) => {
      const once = mergeDrafts(form, before, mine, theirs);
      const twice = mergeDrafts(form, before, once.draft, theirs);
      const whole = (draft: Draft) => [draft.answers, draft.disputed, rowsOf(draft)];
      assert.deepEqual(whole(twice.draft), whole(once.draft));
    }),
    { numRuns: 300 },
  );
});

test('the two sides may change places: the same answers, the same rows, the same conflicts', () => {
  fc.assert(
    fc.property(three, ([before, mine, theirs]) => {
      const [one, other] = [mergeDrafts(form, before, mine, theirs), mergeDrafts(form, before, theirs, mine)];
      assert.deepEqual(contents(one.draft), contents(other.draft));
      assert.deepEqual(one.conflicts.map(unsided).toSorted(), other.conflicts.map(unsided).toSorted());
    }),
    { numRuns: 300 },
  );
});

function answersOf(conflict: DraftConflict): readonly (Answer | null)[] {
  return conflict.kind === 'answer' ? conflict.said : [];
}

function wordsOf(answer: Answer | null | undefined): unknown {
  return answer?.state === 'given' ? answer.values[0]?.value : null;
}

function sameWords(text: string, answer: Answer): boolean {
  return text.includes(JSON.stringify(answer.state === 'given' ? answer.values : answer.state));
}

function rowsOf(draft: Draft): readonly string[] {
  return draft.rows['fall'] ?? ['1'];
}

/** What a draft says, row by row, whatever the rows are called. */
function contents(draft: Draft): readonly string[] {
  const own = Object.entries(draft.answers).filter(([key]) => !key.includes('['));
  const rows = rowsOf(draft).map((row) =>
    Object.entries(draft.answers)
      .filter(([key]) => key.endsWith(`[${row}]`))
      .map(([key, answer]) => JSON.stringify([key.replace(/\[.*/, ''), answer]))
      .toSorted()
      .join(),
  );
  return [...own.map((each) => JSON.stringify(each)), ...rows].toSorted();
}

function unsided(conflict: DraftConflict): string {
  if (conflict.kind === 'row') return JSON.stringify([conflict.group, conflict.row]);
  return JSON.stringify([conflict.kind, conflict.said]);
}
