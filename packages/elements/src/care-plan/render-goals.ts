import type { GoalEntry } from '@ehch/clinical';
import type { PlanBody, PlanLine } from '@ehch/clinical/care-plan';
import { html } from 'lit';
import { fact } from '../internal/fact.ts';
import { data, joined, lines, plain, strong } from '../internal/text.ts';
import { dated } from '../internal/when.ts';
import { due } from '../resident-summary/sections/due-words.ts';
import { lineCard, sharing } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';
import { addLine, editRow } from './edit-line.ts';
import { missingOf } from './missing-of.ts';

/** What the resident wants to do again: three lines of their own, before the goals of other systems. */
export function renderGoals({ goals, otherGoals }: PlanBody, around: PlanSurroundings): unknown {
  const { words, within } = sharing([...goals, ...otherGoals], around);
  return lineCard(
    'goals',
    'What I want to do again',
    around,
    html`${missingOf('goal', around)}
      <ul class="facts">
        ${goals.map((goal) => [
          ownGoal(goal, within),
          editRow(goal.id, around),
        ])} ${otherGoals.map((goal) => otherGoal(goal, within))}
      </ul>
      ${addLine('goal', 'Add a goal of mine', around)}`,
    words,
  );
}

function ownGoal(goal: PlanLine<'goal'>, around: PlanSurroundings) {
  const { want, step, with: whom, saidBy, due: by } = goal.fields;
  return fact(
    html`<q class="words"><strong>${lines(want ?? 'Not said')}</strong></q>
      <span class="parts">Today: ${step === null ? 'no step recorded' : data(step)}</span>
      <span class="parts">With: ${whom === null ? 'nobody recorded' : data(whom)}</span>
      <span class="parts"
        >${joined([
          saidBy === null ? 'who said it is not recorded' : html`said by ${data(saidBy)}`,
          by === null ? null : around.isUrging ? due('by', by, around.today) : dated('by', by),
        ])}</span
      >`,
    goal,
    around,
  );
}

function otherGoal(goal: GoalEntry, around: PlanSurroundings) {
  const isOpen = goal.status === 'current' && around.isUrging;
  return fact(
    joined([
      strong(goal.text),
      `goal ${plain(goal.status)}`,
      goal.due === null ? null : isOpen ? due('by', goal.due, around.today) : dated('by', goal.due),
    ]),
    goal,
    around,
  );
}
