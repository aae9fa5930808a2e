import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line } from './care-plan.fixtures.ts';
import { stageOn } from './conversation-stage.ts';
import { PLAN_KINDS } from './kinds.ts';
import type { ConversationStage } from './line.ts';

const said = (stage: ConversationStage, reviewBy: string | null) =>
  line('conversation', { stage, why: null, with: 'herself', reviewBy });

test('a review is due once the day for it has surely passed, whatever was agreed', () => {
  const on = (reviewBy: string | null) => stageOn(said('agreed', reviewBy), '2026-11-21');
  assert.equal(on('2026-11-20'), 'review-due');
  assert.equal(on('2026-11-21'), 'agreed', 'on the day itself nothing is late');
  assert.equal(on('2026-11'), 'agreed', 'the month is not over');
  assert.equal(on('2026-10'), 'review-due');
  assert.equal(on(null), 'agreed');
});

test('each of the eight stages stands as it was said while nothing is due', () => {
  const { form } = PLAN_KINDS.conversation.fields.stage;
  const stages = form.kind === 'one-of' ? (Object.keys(form.options) as ConversationStage[]) : [];
  assert.equal(stages.length, 8);
  for (const stage of stages) assert.equal(stageOn(said(stage, '2027-02-20'), '2026-11-21'), stage);
});
