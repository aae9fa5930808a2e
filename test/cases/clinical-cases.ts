import { of, read, row, example, path, written, CLINICAL, FORMS, type CaseTest } from './case-test.ts';

/** Answers, scores, calculations and forms, and the test of each. */
export const CLINICAL_CASES: Readonly<Record<string, readonly CaseTest[]>> = {
  'clinical/assessments-min/cga-weighed-on': [
    of(
      `${CLINICAL}/form/finding-day`,
      'a weight has the day that it was weighed on, whatever the day of the assessment and the order of typing',
    ),
    written('an old weight never becomes the newest'),
  ],
  'clinical/assessments-min/weight-change-currentOn': [
    of(
      `${CLINICAL}/form/finding-day`,
      'each of two weights has its own day, and the change has that of the later one',
    ),
    written('each weight is written with its own day, and one without a day is not written'),
  ],
  'clinical/assessments-min/cfs-unwell': [
    written('the assessor is the performer, and Provenance names the person who entered it'),
  ],
  'clinical/assessments-min/cfs-future': [
    written('nothing is written while people disagree, nor for a day in the future'),
    example('cfs', "'judged on a day to come'"),
  ],
  'clinical/assessments-min/orthostatic-unit': [
    written('a fall of blood pressure is in mmHg, and its readings are Observations with the body position'),
  ],
  'clinical/assessments-min/bristol-unit': [
    written('a stool type is a name, a number of medicines a count, and a burden has its list'),
  ],
  'clinical/assessments-min/polypharmacy-unit': [
    written('a stool type is a name, a number of medicines a count, and a burden has its list'),
  ],
  'clinical/assessments-min/acb-tool': [
    written('a stool type is a name, a number of medicines a count, and a burden has its list'),
  ],
  'clinical/assessments-min/cga-fi-note': [
    written(
      'the index of our own assessment is written under its own code alone, with its deficits, and reads back as no eFI',
    ),
  ],
  'clinical/assessments-min/phq2-cut-2': [
    of(
      `${CLINICAL}/assessment/cga/problem-rules/problem-rules`,
      'PHQ-2 is judged by the cut that the place chose, in the problem and in the deficit alike',
    ),
  ],
  'clinical/assessments-min/amts-four-wrong': [
    row(
      of(
        `${CLINICAL}/assessment/cga/problem-rules/problem-rules`,
        '"${id}" is raised by what it names, and by nothing short of it',
      ),
      "'amts10/year': 'no'",
    ),
  ],
  'clinical/assessments-min/pain-yes': [
    row(
      of(
        `${CLINICAL}/assessment/cga/problem-rules/problem-rules`,
        '"${id}" is raised by what it names, and by nothing short of it',
      ),
      "{ pain: 'yes' }",
    ),
  ],
  'clinical/assessments-min/urine-catheter': [
    of(
      `${CLINICAL}/assessment/cga/problem-rules/problem-rules`,
      'a catheter that the question about continence names is a catheter',
    ),
  ],
  'clinical/assessments-min/falls-contradiction': [
    of(
      `${CLINICAL}/assessment/cga/falls-in-a-year`,
      'falls that are described one by one count, whatever number stands above them',
    ),
  ],
  'clinical/assessments-min/efi-v2-read': [
    written(
      'eFI and eFI2 have one code: a name or version tells them apart, and without one there is no band',
    ),
    read(
      'measures',
      'eFI and eFI2 are told apart by the name in the code or the method, and never by a note',
    ),
  ],
  'clinical/assessments-min/plan-future': [
    of(
      `${CLINICAL}/rules/plan-clock`,
      'a plan dated after today does not count yet, nor does one in the far future',
    ),
  ],
  'clinical/assessments-min/clock-without-list': [
    of(
      `${CLINICAL}/rules/plan-clock`,
      'the clock says so if the list of bank holidays ends before the due day',
    ),
  ],
  'clinical/clinical-min/min-weight-change-day': [
    example('weight-change', "'it means the day of the later weight'"),
  ],
  'clinical/clinical-min/min-cfs-future': [example('cfs', "'judged on a day to come'")],
  // Its steps are not asked here: the owner's permission is not held. Without a total it is incomplete.
  'clinical/clinical-min/min-must-acute-refused': [
    of(
      `${CLINICAL}/instruments/must/must`,
      'no input makes the entry throw, and only a number gives a number',
    ),
  ],
  'clinical/clinical-min/min-clock-no-list': [
    of(
      `${CLINICAL}/rules/plan-clock`,
      'the clock says so if the list of bank holidays ends before the due day',
    ),
  ],
  'clinical/fhirpath-min/hasValue-coding': [
    path('only a primitive has a value: hasValue() of a code gives no number here'),
  ],
  'clinical/fhirpath-min/as-several': [
    path('`as` of several values is an error in FHIRPath, and never their sum here'),
  ],
  'clinical/fhirpath-min/as-several-first': [
    path('`as` of several values is an error in FHIRPath, and never their sum here'),
  ],
  'clinical/fhirpath-min/as-function-several': [
    path('`as` of several values is an error in FHIRPath, and never their sum here'),
  ],
  'clinical/fhirpath-min/iif-not-boolean': [
    path('a value that is no boolean decides no iif, whether it is answered or written out'),
  ],
  'clinical/fhirpath-min/text-plus-number': [
    path('a text is not used as a number, although it reads like one'),
  ],
  'clinical/fhirpath-min/decimal-tie': [
    row(path('a total is calculated in decimal digits'), '35.2 / (1.6 * 1.6)'),
  ],
  'clinical/fhirpath-min/decimal-1.005': [
    row(path('a total is calculated in decimal digits'), '1.005.round(2)'),
  ],
  'clinical/questionnaire-duplicate-option': [
    of(`${FORMS}/read-questionnaire`, 'a choice with two scores is refused, because a total could be either'),
  ],
  'clinical/questionnaire-two-points': [
    of(`${FORMS}/read-questionnaire`, 'a choice with two scores is refused, because a total could be either'),
  ],
};
