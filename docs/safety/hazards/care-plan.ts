import { design, process, risks, tested, training, type Hazard } from '../hazard.ts';

export const CARE_PLAN: readonly Hazard[] = [
  {
    id: 'P1',
    component: 'care plan',
    hazard: 'A colleague’s change of the plan is lost',
    cause: 'Two people edit the same plan, one of them offline',
    effect: 'Care by a plan that was changed',
    ...risks('major', 'high', 'low'),
    controls: [
      design(
        'What may not be put together waits for a person, with both versions',
        'packages/sync/src/conflicts/decide-edits.test.ts',
        'P7: a field that is no longer what the person saw is a conflict',
      ),
      training('How to choose between two versions'),
    ],
  },
  {
    id: 'P2',
    component: 'care plan',
    hazard: 'Limits of treatment are put together from two versions',
    cause: 'A field-by-field merge of limits, CPR, ADRT and capacity',
    effect: 'A decision that nobody made',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'Fields that mean something together are taken whole',
        'packages/sync/src/conflicts/conflict-fields.test.ts',
        'P17: whatever speaks of limits, CPR, a refusal in advance or capacity is taken whole',
      ),
    ],
  },
  {
    id: 'P3',
    component: 'care plan',
    hazard: 'The plan is late, or is called late when it is not',
    cause: 'The clock of 7 working days counts a holiday, or an emergency visit',
    effect: 'A resident without a plan, or work in the wrong order',
    ...risks('significant', 'medium', 'low'),
    controls: [
      tested(
        'The clock counts as the worked examples do',
        'packages/clinical/src/rules/plan-clock.test.ts',
        'the plan is never due on a weekend or holiday, and the count never begins on one',
      ),
      design(
        'A list of bank holidays that ends says so',
        'packages/clinical/src/place/faults-of-place.test.ts',
        'a list of bank holidays that ends, ended or contradicts itself says so',
      ),
      process('Somebody enters each year’s bank holidays'),
    ],
  },
  {
    id: 'P4',
    component: 'care plan',
    hazard: 'Two records of wishes are resolved silently',
    cause: 'Two documents disagree',
    effect: 'Treatment against her wishes',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'Records that disagree decide nothing',
        'packages/clinical/src/escalation/cpr-now.test.ts',
        'R5: records that disagree decide nothing',
      ),
      process('The signed original is kept where the record says'),
    ],
  },
  {
    id: 'P5',
    component: 'care plan',
    hazard: 'Parts of another system’s plan disappear at an edit',
    cause: 'An element that the kit does not know',
    effect: 'Care that was agreed is not given',
    ...risks('major', 'medium', 'low'),
    controls: [
      design(
        'An edit changes the fields that it names, and no other character',
        'packages/sync/src/raw-json/edit-at.test.ts',
        'I8: an edit leaves every other character alone',
      ),
    ],
  },
];
