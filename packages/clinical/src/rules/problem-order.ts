import { isPastProblem, type Problem } from '../resident/problem.ts';

/**
 * The conditions that a line with room for a few names first, by what they change in the decision of today.
 *
 * [P], awaiting clinical sign-off: the groups and their order are ours. A call for help names diagnoses too (clinical
 * rule 13.1). Words order a line and say nothing else: no condition is read out of them, and none is left out for want of
 * one. Each word may have an ending: "epilep".
 */
const GROUPS: readonly RegExp[] = [
  // How she is spoken with, who decides with her, and what confusion is new.
  [
    'dementia',
    'alzheimer',
    'lewy bod',
    'cognitive impairment',
    'learning disab',
    'intellectual disab',
    'autis',
    'down syndrome',
    "down's syndrome",
    'korsakoff',
  ],
  // Which saturation is hers: oxygen may harm in hypercapnic failure (RCP 2017, scale 2).
  [
    'home oxygen',
    'respiratory failure',
    'chronic obstructive',
    'copd',
    'emphysema',
    'bronchiectasis',
    'pulmonary fibrosis',
    'interstitial lung',
    'asthma',
    'tracheostomy',
  ],
  // A missed or late dose does harm within hours.
  ['parkinson', 'epilep', 'diabet', 'addison', 'adrenal insufficiency', 'myasthenia', 'transplant'],
  // Breathlessness, fluids, bleeding: what a GP weighs before any new medicine.
  [
    'heart failure',
    'cardiomyopathy',
    'ventricular dysfunction',
    'atrial fibrillation',
    'atrial flutter',
    'ischaemic heart',
    'ischemic heart',
    'coronary',
    'myocardial',
    'angina',
    'aortic stenosis',
    'stroke',
    'cerebrovascular',
    'transient ischaemic',
    'transient ischemic',
    'pulmonary embol',
    'deep vein',
  ],
  // What limits treatment, and whose doses differ.
  [
    'cancer',
    'carcinoma',
    'malignan',
    'metasta',
    'lymphoma',
    'leukaemia',
    'leukemia',
    'myeloma',
    'chronic kidney',
    'ckd',
    'kidney failure',
    'renal failure',
    'dialysis',
    'cirrhosis',
    'liver failure',
    'motor neurone',
    'huntington',
    'multiple sclerosis',
    'schizophreni',
    'bipolar',
    'psychosis',
  ],
].map((beginnings) => new RegExp(`\\b(${beginnings.join('|')})`, 'i'));

/** Words under which a condition is spoken of, and not had. */
const NOT_HAD = /\b(family history|at risk of|screening|no evidence of|excluded)\b/i;

/**
 * Problems in the order in which a few of them are named: by {@link GROUPS}, then what the practice calls major, then
 * the rest; last what is dated in the future, recorded by mistake or past. Equal ones keep their order.
 */
export function problemsInOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => rank(a) - rank(b));
}

/** What stands behind the groups, in this order. */
const BEHIND = ['major', 'any', 'in doubt', 'past'] as const;

function rank(problem: Problem): number {
  const { text, cautions, weight } = problem;
  if (isPastProblem(problem)) return behind('past');
  if (cautions.includes('future-dated') || cautions.includes('mistaken-in-words')) return behind('in doubt');
  const group = NOT_HAD.test(text) ? -1 : GROUPS.findIndex((words) => words.test(text));
  if (group !== -1) return group;
  return behind(/\bmajor\b/i.test(weight ?? '') ? 'major' : 'any');
}

function behind(place: (typeof BEHIND)[number]): number {
  return GROUPS.length + BEHIND.indexOf(place);
}
