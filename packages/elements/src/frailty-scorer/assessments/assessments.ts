import {
  acceptCandidate,
  candidatesOf,
  cgaFrailtyIndex,
  decideProblem,
  dismissCandidate,
  finishAssessment,
  instruments,
  scoringFacts,
  suggestionsFromView,
} from '@ehch/clinical';
import type { Assessments } from '../own-assessments.ts';
import { formNamed } from './catalogue.ts';
import { drawChooser } from './chooser.ts';
import { flagWords } from './flag-words.ts';
import { drawPlan } from './plan.ts';
import { drawScoreCard } from './score-card.ts';
import { textOf } from './text-of.ts';
import { drawWhy } from './why.ts';

export const assessments: Assessments = {
  instruments,
  formNamed,
  scoringFacts,
  suggestions: suggestionsFromView,
  candidates: candidatesOf,
  decide: (template, state, last, { rule, how, words, stamp }) => {
    const candidate = candidatesOf(template, state, last).find((one) => one.rule === rule);
    if (candidate === undefined) return null;
    if (how === 'undecide') return decideProblem(state, rule, null);
    return (how === 'accept' ? acceptCandidate : dismissCandidate)(state, candidate, words, stamp);
  },
  finish: finishAssessment,
  text: textOf,
  flagWords,
  frailtyIndex: cgaFrailtyIndex,
  drawChooser,
  drawScoreCard,
  drawPlan,
  drawWhy,
};
