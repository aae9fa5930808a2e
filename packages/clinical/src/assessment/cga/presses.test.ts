import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerItem } from '../../form/answer-item.ts';
import type { AnswerValue, ItemKey } from '../../form/answer.ts';
import type { FormQuestion } from '../../form/definition.ts';
import { nextUnanswered, tallyOf } from '../../form/to-ask.ts';
import { answered, find, NURSE } from '../answered.fixtures.ts';
import { candidatesOf } from '../candidates.ts';
import { acceptCandidate, dismissCandidate } from '../decide-candidate.ts';
import { splitKey } from '../../form/key.ts';
import { KNOWN_VIEW, NOW } from '../offers/offers.fixtures.ts';
import { offersFor } from '../offers/offers-for.ts';
import { offersIn } from '../offers/offers-in.ts';
import { takeOverAll } from '../offers/take-over.ts';
import { cga1 } from './cga-1.ts';
import { NEW_PROBLEMS, SAID } from './known-resident.fixtures.ts';

const PRESSED = { at: NOW, by: NURSE };

test('the resident whom the record knows is assessed from record to signed with at most 100 presses', () => {
  let state = answered(cga1, {}, { at: NOW });
  const presses: string[] = [];
  const offers = offersFor(cga1, KNOWN_VIEW, null, NOW);
  for (const group of groupsOf()) {
    const shown = offersIn(state, offers, group);
    if (shown.length === 0) continue;
    ({ state } = takeOverAll(state, shown, PRESSED));
    presses.push(`all of ${group}`);
  }
  answerAll();
  for (const candidate of candidatesOf(cga1, state)) {
    const isNew = NEW_PROBLEMS.includes(candidate.rule);
    ({ state } = isNew
      ? acceptCandidate(state, candidate, candidate.problem, PRESSED)
      : dismissCandidate(state, candidate, 'In the plan already', PRESSED));
    presses.push(`${isNew ? 'accept' : 'dismiss'} ${candidate.rule}`);
  }
  // Each has a goal, an action, somebody who does it and a day.
  answerAll();
  presses.push('finish', 'sign');
  assert.deepEqual(tallyOf(state).toAsk, 0);
  assert.ok(presses.length <= 100, `${presses.length}: ${presses.join(', ')}`);

  function answerAll(): void {
    for (let key = nextUnanswered(state, null); key !== null; key = nextUnanswered(state, key)) {
      const { state: next, refused } = answerItem(state, key, {
        state: 'given',
        values: valuesFor(key),
        at: NOW,
        by: NURSE,
        from: { kind: 'entered' },
      });
      assert.equal(refused, undefined, key);
      state = next;
      presses.push(key);
    }
  }
});

/** Each group of the physical part by itself, and each other section whole. */
function groupsOf(): readonly string[] {
  return cga1.items.flatMap((section) =>
    section.type !== 'group'
      ? []
      : section.id === 'physical'
        ? section.items.map(({ id }) => id)
        : [section.id],
  );
}

function valuesFor(key: ItemKey): readonly AnswerValue[] {
  const { id } = splitKey(key);
  const { question } = find(cga1.items, id, null);
  const said = SAID[id];
  const all = said === undefined ? [] : typeof said === 'object' ? said : [said];
  return all.length > 0 ? all.map((value) => valueOf(question, value)) : [anyValue(question)];
}

function valueOf({ type, units }: FormQuestion, value: string | number | boolean): AnswerValue {
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'string') return type === 'text' ? { type: 'text', value } : { type: 'option', value };
  const unit = units?.[0]?.code;
  return { type: 'number', value, ...(unit === undefined ? {} : { unit }) };
}

/** What takes one press or one word, and is nothing remarkable. */
function anyValue(question: FormQuestion): AnswerValue {
  const { type, options = [], limits, future } = question;
  if (type === 'boolean') return { type, value: false };
  if (type === 'date') return { type, value: future === true ? '2027-05-20' : '2026-11-20' };
  const [first] = options;
  if (first !== undefined) return { type: 'option', value: first.value };
  if (type === 'text') return { type, value: 'Ms Example' };
  return valueOf(question, Math.max(limits?.min ?? 1, 1));
}
