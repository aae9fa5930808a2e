import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openForm } from '../form/open.ts';
import type { Draft } from '../form/draft.ts';
import { answered, startOf } from './answered.fixtures.ts';
import { cga1 } from './cga/cga-1.ts';
import { changesBetween } from './changes-between.ts';
import { finishAssessment } from './finish.ts';
import { assessments, templateOf } from './templates.ts';
import type { AssessmentTemplate } from './types.ts';

test('a template is found by its id and version; without one it is the newest', () => {
  assert.equal(templateOf('cga', '1'), cga1);
  assert.equal(
    templateOf('cga'),
    assessments.find(({ id }) => id === 'cga'),
  );
  assert.equal(templateOf('cga', '0'), null);
  assert.equal(templateOf('constructor'), null);
  const names = assessments.map(({ id, version }) => `${id} ${version}`);
  assert.equal(new Set(names).size, names.length);
});

/** A version before the first, with a question that is gone and an option that is no longer one. */
const older: AssessmentTemplate = {
  id: 'cga',
  title: 'CGA',
  version: '0',
  problemRules: [],
  deficits: null,
  items: [
    {
      id: 'old',
      type: 'group',
      text: 'Old',
      items: [
        { id: 'sleep', type: 'choice', text: 'Sleep', options: [{ value: 'good', text: 'Good' }] },
        {
          id: 'transfers',
          type: 'choice',
          text: 'Transfers',
          options: [{ value: 'three', text: 'Three people' }],
        },
        { id: 'smokes', type: 'choice', text: 'Smokes', options: [{ value: 'yes', text: 'Yes' }] },
      ],
    },
  ],
};

const ofOlder: Draft = answered(older, { sleep: 'good', transfers: 'three', smokes: 'yes' }).draft;

test('a draft of an older version opens in its own version as it was', () => {
  const state = openForm(older, ofOlder);
  assert.deepEqual(state.draft.answers, ofOlder.answers);
});

test('a draft of an older version opens in the newest one and loses nothing', () => {
  const { draft } = openForm(cga1, ofOlder);
  assert.deepEqual(draft.answers['sleep'], ofOlder.answers['sleep']);
  assert.deepEqual(
    (draft.setAside ?? [])
      .map(({ key, why, answer }) => `${key} ${why} ${answer === ofOlder.answers[key]}`)
      .toSorted(),
    ['smokes no-such-item true', 'transfers does-not-fit true'],
  );
});

test('what an older version asked and this one does not is no "no longer answered"', () => {
  const last = finishAssessment(openForm(older, ofOlder), {
    at: ofOlder.assessedAt,
    by: null,
    template: older,
  });
  const { answers, noPlace } = changesBetween(last, openForm(cga1, startOf(cga1)));
  assert.deepEqual(
    answers.map(({ key, state }) => [key, state]),
    [['sleep', 'no-longer-answered']],
  );
  assert.deepEqual(noPlace.toSorted(), ['smokes', 'transfers']);
});
