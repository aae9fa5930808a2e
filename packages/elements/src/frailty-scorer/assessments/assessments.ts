import {
  acceptCandidate,
  asLastTime,
  candidatesOf,
  cgaFrailtyIndex,
  dismissCandidate,
  finishAssessment,
  flagWords,
  groupSummary,
  isInReach,
  mergeDrafts,
  notAssessed,
  offersFor,
  takeOver,
  takeOverAll,
} from '@ehch/clinical/assessment';
import { decideProblem, scoringFacts } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { renderAfterScore } from './after-score.ts';
import type { Assessments } from '../own-assessments.ts';
import { formNamed } from './catalogue.ts';
import { cfsHint } from './cfs-hint.ts';
import { renderOnlyChanges, renderSinceLast } from './changes.ts';
import { renderChooser } from './chooser.ts';
import { renderDisputes, settleDispute } from './disputes.ts';
import { renderClosing } from './closing.ts';
import { goesOn } from './goes-on.ts';
import { renderPlan } from './plan.ts';
import { printAlone } from '../../internal/print-alone.ts';
import { printForm } from './print-form.ts';
import { scale2Hint, scale2NotOffered } from './news2-scale.ts';
import { renderScoreCard } from './score-card.ts';
import { setAside } from './set-aside.ts';
import { textOf } from './text-of.ts';
import { renderWhy } from './why.ts';

export const assessments: Assessments = {
  instruments,
  formNamed,
  scoringFacts,
  offers: offersFor,
  takeOver: (state, offer, pressed) => (isInReach(state, offer) ? takeOver(state, offer, pressed) : null),
  takeOverAll,
  asLastTime,
  notAssessed,
  groupSummary,
  print: (view, who, place, styles) => printAlone(place, view.state.form.title, printForm(view, who), styles),
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
      // Drafts that are not of one form have nothing to be put together. Both stay, and the screen says so.
      return null;
    }
  },
  finish: finishAssessment,
  text: textOf,
  renderClosing,
  flagWords,
  frailtyIndex: cgaFrailtyIndex,
  renderChooser,
  renderBefore: (view) => [goesOn(view), setAside(view), renderDisputes(view)],
  renderChanges: renderSinceLast,
  renderOnlyChanges,
  hints: (view) => new Map([...cfsHint(view), ...scale2Hint(view)]),
  notOffered: scale2NotOffered,
  renderScoreCard,
  renderAfterScore,
  renderPlan,
  renderWhy,
};
