import { isPastProblem, type Problem } from '../resident/problem.ts';

/**
 * Conditions that a short line names first, in the order of their weight in a decision today.
 *
 * [P], awaiting clinical sign-off: the groups and their order are ours. A call for help names diagnoses too (clinical
 * rule 13.1). The words only order a line: they diagnose nothing, and a problem without one of them is still named.
 * A word may be a beginning: "epilep".
 */
const GROUPS: readonly RegExp[] = [
  // They change how staff speak with the resident, who decides together, and what counts as new confusion.
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
  // They change the target saturation: oxygen may harm in hypercapnic failure (RCP 2017, scale 2).
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
  // Breathlessness, fluids, bleeding: a GP weighs these before any new medicine.
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
  // They limit treatment or change doses.
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

/** Words that mention a condition without saying that the resident has it. */
const NOT_HAD = /\b(family history|at risk of|screening|no evidence of|excluded)\b/i;

/**
 * Sorts problems for a line that names a few of them: by {@link GROUPS}, then problems that the practice calls
 * major, then the rest. Problems that are dated in the future, recorded by mistake or past come last. Equal ones
 * keep their order.
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
