/**
 * Values under which a statement stands as it is, each with its reason. A person has judged each of them. The pattern names the
 * type, the element and the value: `Task status=received`.
 */
export const STANDS_ALL_THE_SAME: readonly (readonly [place: RegExp, reason: string])[] = [
  [/\.userSelected=/, 'Says which of several codings somebody chose; of one coding it says nothing.'],
  [/[ .]identifier\./, 'Numbers a record; a person reads its words.'],
  [
    / meta\.(tag|security|deleted)/,
    'Marks the record for machines; `hold.ts` reads the marks by their codes.',
  ],
  [/ text\.status=/, 'Says how the narrative was made; one with additions stands beside the fact.'],
  [/ active=true$/, 'Everybody takes it for granted.'],
  [/ (deceasedBoolean|doNotPerform|activity\.detail\.doNotPerform)=false$/, 'Denies what nobody has said.'],
  [
    /^Patient active=false$/,
    'She stays who she is; a caution says that this record is no longer in use (`identity-standing.test.ts`).',
  ],
  [
    /[ .](name|telecom)\.period\./,
    'A name or number stands in the words, with its days beside it; one that is over is not offered to be rung.',
  ],
  [/ communication\.preferred=/, 'Which of several languages comes first; of one it says nothing.'],
  [/ verificationStatus=confirmed$/, 'A record without it counts as confirmed.'],
  [
    /^(MedicationRequest|Task|ServiceRequest) intent=((original|reflex|filler|instance)-order|directive)$/,
    'A kind of order; an order is an order.',
  ],
  [/^(Medication|Location|Device) status=active$/, 'Everybody takes it for granted.'],
  [
    / (effectiveTiming|occurrenceTiming|activity\.detail\.scheduledTiming)\./,
    'Stands beside the fact in full.',
  ],
  [/^Observation valueBoolean=true$/, 'Says yes to what the code states already.'],
  [/^CarePlan intent=order$/, 'An order for a plan is a plan in force.'],
  [/^CarePlan activity\.detail\.status=in-progress$/, 'An action of a plan in force is going on.'],
  [/^Goal lifecycleStatus=accepted$/, 'An accepted goal is in force.'],
  [
    /^Goal target\.detailBoolean=/,
    'A target stands beside the goal in full, with its measure; the goal is what its words say.',
  ],
  [
    /^Encounter status=(arrived|triaged|in-progress|onleave)$/,
    'The plain stay has an end in the past, and that says that it is over.',
  ],
  [
    /^Encounter location\./,
    'A place of the stay stands beside it with its days and status; the stay is the same.',
  ],
  [
    /^Immunization primarySource=false$/,
    'It took place all the same; beside it stands that others reported it.',
  ],
  [/^DocumentReference docStatus=(final|amended)$/, 'A document that was finished or amended is in force.'],
  [/^DocumentReference context\.period\./, 'The time that a document is about stands beside it.'],
  [/^Task status=ready$/, 'A task that is ready waits, like one that was asked for.'],
  [/^Task intent=(unknown|plan)$/, 'A task waits for somebody, whatever made it: an order, or a plan.'],
  [/^Task (input|output)\.value/, 'What goes into a task or comes out stands beside it in full.'],
  [/^QuestionnaireResponse status=amended$/, 'A form that was amended is finished.'],
  [
    /^List entry\.deleted=true$/,
    'Says whether a list is empty, and the plain one is (`section-lists.test.ts`).',
  ],
  [/^ServiceRequest asNeededBoolean=/, 'Stands beside the decision in full.'],
  [
    /^PractitionerRole (availableTime|notAvailable)\./,
    'Hours and absences stand beside the name; the role is the same.',
  ],
  [/^Organization contact\./, 'A person to ask there stands beside it in full.'],
  [/^Location hoursOfOperation\./, 'Hours stand beside the place in full.'],
  [/^Device contact\./, 'Whom to ask about a device stands beside it in full.'],
  [/^Procedure status=in-progress$/, 'A decision that is being recorded as a procedure has been made.'],
];

export function reasonFor(type: string, name: string): string | null {
  return STANDS_ALL_THE_SAME.find(([place]) => place.test(`${type} ${name}`))?.[1] ?? null;
}
