import {
  acceptCandidate,
  candidatesOf,
  carriedForward,
  cgaFrailtyIndex,
  decideProblem,
  dismissCandidate,
  finishAssessment,
  flagWords,
  instruments,
  mergeDrafts,
  scoringFacts,
  suggestionsFromView,
} from '@ehch/clinical';
import type { Assessments } from '../own-assessments.ts';
import { formNamed } from './catalogue.ts';
import { cfsHint } from './cfs-hint.ts';
import { drawChanges, drawOnlyChanges } from './changes.ts';
import { drawChooser } from './chooser.ts';
import { drawDisputes, settleDispute } from './disputes.ts';
import { goesOn } from './goes-on.ts';
import { drawPlan } from './plan.ts';
import { printAlone } from './print-alone.ts';
import { printForm } from './print-form.ts';
import { scale2Hint, scale2NotOffered } from './news2-scale.ts';
import { drawScoreCard } from './score-card.ts';
import { setAside } from './set-aside.ts';
import { textOf } from './text-of.ts';
import { drawWhy } from './why.ts';

export const assessments: Assessments = {
  instruments,
  formNamed,
  scoringFacts,
  suggestions: (form, view, previous, now) => [
    ...(view === null ? [] : suggestionsFromView(form, view, now)),
    ...(previous === null ? [] : carriedForward(form, previous)),
  ],
  print: (telling, who, handlers, place, styles) =>
    printAlone(place, telling.state.form.title, printForm(telling, who, handlers), styles),
  candidates: candidatesOf,
  decide: (template, state, last, { rule, how, words, stamp }) => {
    const candidate = candidatesOf(template, state, last).find((one) => one.rule === rule);
    if (candidate === undefined) return null;
    if (how === 'undecide') return decideProblem(state, rule, null);
    return (how === 'accept' ? acceptCandidate : dismissCandidate)(state, candidate, words, stamp);
  },
  settle: settleDispute,
  merge: (form, base, mine, theirs) => {
    try {
      return mergeDrafts(form, base, mine, theirs).draft;
    } catch {
      return null;
    }
  },
  finish: finishAssessment,
  text: textOf,
  flagWords,
  frailtyIndex: cgaFrailtyIndex,
  drawChooser,
  drawBefore: (telling) => [goesOn(telling), setAside(telling), drawDisputes(telling)],
  drawChanges,
  drawOnlyChanges,
  hints: (telling) => new Map([...cfsHint(telling), ...scale2Hint(telling)]),
  notOffered: scale2NotOffered,
  drawScoreCard,
  drawPlan,
  drawWhy,
};
