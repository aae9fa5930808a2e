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
      tested(
        'Two engines change one line offline, on a real server',
        'packages/sync/src/actions/plan-offline.test.ts',
        'two people change the same line offline: nothing is lost, both texts are shown, and the decision is recorded',
      ),
      tested(
        'Two people at one plan, in random orders, with each guard taken away',
        'packages/clinical/src/session/care-plan/race.test.ts',
        'L1–L8, S1, S5, G3: two people at one plan lose nothing and decide nothing that is not theirs',
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
      design(
        'On screen one whole version of a decision is chosen',
        'packages/clinical/src/session/care-plan/care-plan.test.ts',
        'L5: two versions of a decision are one choice, and the whole of one is saved',
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
      tested(
        'The clock counts through awkward weeks, and says how it counted',
        'packages/clinical/src/care-plan/clock-in-words.test.ts',
        'every awkward week is told with both days that it turns on',
      ),
      design(
        'A visit to an emergency department starts nothing',
        'packages/fhir/src/readers/r4/map/care.test.ts',
        'a return from an admission starts the clock again, and a visit to an emergency department does not',
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
      design(
        'Whoever may decide ends one of them, or makes one decision in the place of both; until then both stand',
        'test/care-plan/contradicting.test.ts',
        'L10: two decisions about CPR that contradict each other can both be ended, and neither is chosen before that',
      ),
      design(
        'Who has seen the original of one decision is not said to have seen that of the next',
        'packages/clinical/src/session/care-plan/care-plan.test.ts',
        'L11: who has seen the original is not carried to another decision',
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
      tested(
        'A goal and a plan of another system keep what the kit does not know',
        'test/care-plan/round-trip.test.ts',
        'a goal and a plan of another system are changed field by field, and nothing else of them is',
      ),
    ],
  },
  {
    id: 'P6',
    component: 'care plan',
    hazard: 'A proposal is taken for a decision',
    cause: 'A carer, or somebody offline, writes down what a hospital has decided',
    effect: 'Treatment by a decision that nobody has confirmed',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'A proposal changes no limit',
        'test/care-plan/round-trip.test.ts',
        'a proposal is no decision: it is a form that is not finished and a task that somebody sees',
      ),
      design(
        'On screen only somebody whom the place names decides, while a server answers',
        'packages/clinical/src/session/care-plan/care-plan.test.ts',
        'L5: a decision is replaced by who may decide and has a server, and is proposed by everybody else',
      ),
      design(
        'The page alone makes nobody a decider, and a typed name neither',
        'packages/elements/src/care-plan/changing.test.ts',
        'lets nobody decide whom the place does not name, whatever the page says, nor a name that was typed',
      ),
      design(
        'A port looks again, by the line of the place that the press carries',
        'packages/clinical/src/session/intents/take-plan-line.test.ts',
        'L5: a port takes no decision, new, replaced or ended, from somebody whom no line of the place names',
      ),
      design(
        'The engine goes by its own place file and by who is signed in',
        'packages/sync/src/actions/plan-offline.test.ts',
        'a decision is taken from nobody whom the place does not name: neither by the press nor by who is signed in',
      ),
      process('The place file names who may decide, by role or person, until when'),
    ],
  },
  {
    id: 'P7',
    component: 'care plan',
    hazard: 'Somebody is told what the resident wants kept from them',
    cause: 'The plan names a person whom no contact names, or a copy on paper holds it',
    effect: 'Harm to the resident, and trust that is lost',
    ...risks('major', 'medium', 'low'),
    controls: [
      design(
        'Whoever must not be told stands in the plan, also where no contact has the name',
        'packages/clinical/src/care-plan/nothing-dropped.test.ts',
        'somebody who must not be told is in the plan also where no contact has the name',
      ),
      design(
        'A copy for a contact holds only what a person ticked beside what must not be told',
        'packages/elements/src/care-plan/copy.test.ts',
        'prints nothing for a contact before parts are ticked and what must not be told was looked at',
      ),
      training('Reading a copy before it is handed over'),
    ],
  },
  {
    id: 'P8',
    component: 'care plan',
    hazard: 'What was typed about one resident is saved to another, or lost',
    cause: 'The resident on screen changes while somebody writes',
    effect: 'Care by another person’s plan',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'What is typed belongs to one resident, and waits for the return',
        'packages/elements/src/care-plan/changing.test.ts',
        'loses nothing that was typed when the resident changes, and shows it under no other name',
      ),
    ],
  },
  {
    id: 'P9',
    component: 'care plan',
    hazard: 'Two decisions are in force as one, or newer words of a line end unread',
    cause:
      'Two clinicians replace one decision at the same time, or a line is ended after a colleague has changed it',
    effect: 'Treatment by a decision that was replaced, or care without words that somebody has just written',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'A decision that was replaced meanwhile waits for a person, who reads the one that would be added',
        'packages/sync/src/push/decided-at-once.test.ts',
        'P19: whoever decides reads the decision that would be added, which the server has nowhere',
      ),
      design(
        'A proposal in the place of a decision that was replaced adds no second one',
        'test/care-plan/overtaken.test.ts',
        'a proposal whose decision was replaced meanwhile adds no second one',
      ),
      tested(
        'Whoever ends a line meets what was changed in it, and chooses',
        'packages/sync/src/conflicts/conflict-fields.test.ts',
        'P17: what is compared and not changed is no choice, until the server says something else there',
      ),
    ],
  },
  {
    id: 'P10',
    component: 'care plan',
    hazard: 'A row of the plan stands in the place of 999, and nobody agreed its words',
    cause: 'Somebody changes a row of “if I become unwell”, and the old agreement stays on the new words',
    effect:
      'A resident who could be treated is kept at home, or somebody is sent to hospital against their wishes',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'A row is agreed whole by who may decide, and proposed by everybody else',
        'packages/clinical/src/session/care-plan/care-plan.test.ts',
        'L5: what to do in one situation can stand in the place of 999, so a carer only proposes it, and nobody changes a part of it',
      ),
      design(
        'A row that is not sent, proposed, in doubt or agreed by nobody replaces no rung',
        'packages/clinical/src/escalation/plan-rows.test.ts',
        'R7: what is proposed, not sent, in doubt, over, or agreed by nobody or on no day stands in place of nothing',
      ),
      design(
        'Words that were changed after the agreement replace no rung',
        'packages/clinical/src/escalation/plan-rows.test.ts',
        'R7: words that were changed in their place after the agreement are not those that were agreed',
      ),
      tested(
        'Two engines over a real server: no part of a row changes, and a proposal changes nothing',
        'packages/sync/src/actions/plan-offline.test.ts',
        'what to do when unwell is agreed whole: changed in part by nobody, and proposed offline it changes nothing',
      ),
      process('The place says who may decide'),
    ],
  },
  {
    id: 'P11',
    component: 'care plan',
    hazard: 'A decision that no server has is gone by, or comes into force hours later',
    cause: 'Somebody decides, the connection ends in that moment, and the screen says “saved”',
    effect: 'Treatment by a decision that nobody else knows of, or that was made otherwise meanwhile',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'A decision that has not arrived within minutes waits for a person',
        'packages/sync/src/push/in-time.test.ts',
        'P21: a person who has looked sends it, and has minutes again',
      ),
      design(
        'The card says that it is not in force',
        'packages/elements/src/care-plan/changing.test.ts',
        'says the plain truth',
      ),
      design(
        'At the bedside it is no decision about CPR',
        'packages/clinical/src/escalation/cpr-now.test.ts',
        'R5: a decision that the server does not have is none yet, and one beside it that says otherwise is a disagreement',
      ),
      training('What “NOT IN FORCE” means'),
    ],
  },
  {
    id: 'P12',
    component: 'care plan',
    hazard:
      'What somebody knows does not get into the plan, because the card cannot be changed at that moment',
    cause: 'What changes a plan was not fetched: the network is gone, or a server lacks the file',
    effect: 'Care by a plan that is older than what somebody knows',
    ...risks('major', 'medium', 'very low'),
    controls: [
      design(
        'It is fetched before anybody presses, and then changes a plan without a network',
        'test/walk/late-parts.test.ts',
        'a plan is fetched first and read, its parts come without a press, and it is then changed without a network',
      ),
      design(
        'Where it cannot be fetched the card says so and what to do instead, and the plan is read all the same',
        'test/walk/late-parts.test.ts',
        'a part that cannot be fetched is said in words, the plan is read all the same, and the next press fetches it',
      ),
      tested(
        'A press that waits is never done for the next resident',
        'packages/elements/src/care-plan/late-parts.test.ts',
        'open nothing for whoever came on screen after the press',
      ),
      process('Changes on paper are entered once the card can be changed again'),
    ],
  },
];
