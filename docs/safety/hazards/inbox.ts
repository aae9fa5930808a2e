import { design, process, risks, training, type Hazard } from '../hazard.ts';

/** What can go wrong at the practice's side of a matter. */
export const INBOX: readonly Hazard[] = [
  {
    id: 'E12',
    component: 'escalation and inbox',
    hazard: 'An answer goes to the wrong resident, or to what its author has not read',
    cause: 'Two rows alike; another patient on screen; the home said “worse” meanwhile',
    effect: 'Wrong advice',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'Nothing goes out about another resident than the one on screen, and no answer to another thread',
        'packages/clinical/src/session/inbox/inbox.test.ts',
        'I1: of one resident’s list nothing goes out about another, and no answer to another thread',
      ),
      design(
        'An answer waits until its author has read what was added',
        'packages/clinical/src/session/inbox/inbox.test.ts',
        'I4: an answer waits until its author has read what was added meanwhile, and own presses do not count',
      ),
      design(
        'What was written about one resident never stands under another',
        'packages/elements/src/escalations/escalations.test.ts',
        'keeps nothing that was written about one resident under the name of another, and gives it back',
      ),
    ],
  },
  {
    id: 'E13',
    component: 'escalation and inbox',
    hazard: 'A list that is not whole is read as “nothing waits”',
    cause: 'A record that was not read; a page without copies of the home; a person who is on no list',
    effect: 'Nobody comes',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'Where nothing was ever read, nothing is claimed',
        'packages/sync/src/matters/list-matters.test.ts',
        'where nothing was ever read, nothing is claimed: neither of the home nor of people off its list',
      ),
      design(
        'A worry about somebody off the list reaches the practice of the home',
        'packages/sync/src/matters/list-matters.test.ts',
        'a worry about somebody off the list reaches the practice, and no resident’s record until a person links it',
      ),
      process('The practice has a way to be rung that does not depend on the list'),
    ],
  },
  {
    id: 'E14',
    component: 'escalation and inbox',
    hazard: 'A worry about somebody off the list is linked to the wrong resident',
    cause: 'A name that sounds the same',
    effect: 'Treatment by another person’s record',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'What the practice pressed with the wrong record open counts for nobody',
        'packages/clinical/src/thread/threads-of.test.ts',
        'W5: what the practice pressed with the wrong record open counts for nobody, also where it comes after the link',
      ),
      design(
        'NHS number and date of birth are compared by a person, anew for each choice',
        'packages/clinical/src/session/inbox/inbox.test.ts',
        'I6: a person off the list is linked after both were compared, and another choice is compared anew',
      ),
      training('Ask the home to read the number out'),
    ],
  },
  {
    id: 'E15',
    component: 'escalation and inbox',
    hazard: 'A worry that was withdrawn as wrong is acted on',
    cause: 'The practice saw it before it was withdrawn',
    effect: 'Treatment of a resident who needs none',
    ...risks('major', 'medium', 'low'),
    controls: [
      design(
        'It stays in sight as withdrawn, with why, for three days',
        'packages/fhir/src/readers/r4/map/threads-in.test.ts',
        'a thread that was withdrawn is still told as ended, for three days and no longer',
      ),
      design(
        'The practice’s list says so where it stood',
        'test/walk/escalations.test.ts',
        'a worry about the wrong resident is withdrawn, and the practice’s list says so where it stood',
      ),
    ],
  },
  {
    id: 'E16',
    component: 'escalation and inbox',
    hazard: 'Another system shows a worry as untouched, or as answered, and it is neither',
    cause: 'The Task of the thread does not follow it, or goes back',
    effect: 'Two teams go, or none does',
    ...risks('major', 'medium', 'low'),
    controls: [
      design(
        'The Task only moves forward, whatever the order of the presses',
        'packages/fhir/src/threads/task-mirror.test.ts',
        'whatever the order and however often: the status never goes back, and our own moves are ours',
      ),
      design(
        'A press is on the server although its Task is not moved',
        'packages/sync/src/push/task-mirror.test.ts',
        'P18: a Task that is written again and again is left, and so is one that is gone or refused',
      ),
      design(
        'What another system says is shown as its own, and answers nothing',
        'packages/fhir/src/readers/r4/map/threads-in.test.ts',
        'what another system did to the task is said of the thread, and makes nothing seen or answered',
      ),
    ],
  },
  {
    id: 'E17',
    component: 'escalation and inbox',
    hazard: 'SpO2 scale 2 or a usual NEWS2 is set for a resident whom it does not fit',
    cause: 'A press beside the wrong resident, by somebody who may not decide, or without a basis',
    effect: 'Low oxygen, or a high score, looks as usual',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'What was begun for one resident is never saved for another',
        'packages/clinical/src/session/settings/settings.test.ts',
        'C1: what was begun for one resident is not saved for another',
      ),
      design(
        'Only somebody whom the page lets decide sets anything',
        'packages/clinical/src/session/settings/settings.test.ts',
        'C2: nobody sets anything whom the page does not let decide',
      ),
      design(
        'Scale 2 needs the words on which it rests',
        'packages/clinical/src/session/settings/settings.test.ts',
        'C4: scale 2 needs the words on which it rests',
      ),
      process('Somebody at the practice reviews the settings of each resident'),
    ],
  },
  {
    id: 'E18',
    component: 'escalation and inbox',
    hazard: 'An open worry vanishes from the list of threads',
    cause: 'Its resident leaves the list of the home, by a move, a death or a mistake',
    effect: 'Nobody answers, and nobody knows that it was never answered',
    ...risks('major', 'medium', 'low'),
    controls: [
      design(
        'The thread stays in the list of both sides until it has ended',
        'packages/sync/src/matters/list-matters.test.ts',
        'a resident who leaves the home’s list with an open thread stays in the list of threads until it has ended (SPEC L18)',
      ),
    ],
  },
  {
    id: 'E19',
    component: 'escalation and inbox',
    hazard: 'The last days of life are set for a resident who is not in them, or stay set after a recovery',
    cause: 'A slip, a press beside the wrong resident, an end that nobody recorded',
    effect: 'No score and no 999 for somebody who could be treated',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'It takes a choice and words, and neither stands there beforehand',
        'packages/clinical/src/session/settings/settings.test.ts',
        'C6: the last days and a variation are set with words and ended without, and neither is chosen beforehand',
      ),
      design(
        'Who sets it for somebody who is recorded as “For CPR” is told so, and that it then still holds',
        'packages/elements/src/escalations/settings.test.ts',
        'tells whoever sets the last days that the record says “For CPR”',
      ),
      design(
        'Who is recorded as “For CPR” and does not breathe is treated, also in the last days',
        'packages/clinical/src/escalation/advise.test.ts',
        'R4, R5: in the last days a record that says "For CPR" is in doubt, and who does not breathe is treated',
      ),
      design(
        'What was begun for one resident is never saved for another',
        'packages/clinical/src/session/settings/settings.test.ts',
        'C1: what was begun for one resident is not saved for another',
      ),
      design(
        'Only somebody whom the page lets decide sets anything',
        'packages/clinical/src/session/settings/settings.test.ts',
        'C2: nobody sets anything whom the page does not let decide',
      ),
      design(
        'The engine takes it only from whom its place file names and who is signed in',
        'packages/sync/src/actions/plan-offline.test.ts',
        'a decision is taken from nobody whom the place does not name: neither by the press nor by who is signed in',
      ),
      design(
        'It holds no longer than a fortnight',
        'packages/fhir/src/writers/operations/clinical-setting.test.ts',
        'the last days that nobody has set anew hold no longer than a fortnight, and say so',
      ),
      design(
        'An end puts the scores back, also beside a plan of another system',
        'packages/fhir/src/writers/operations/clinical-setting.test.ts',
        'an end of the last days puts the scores back, also beside a plan of another system',
      ),
      design(
        'An end names what it ends, so that it holds however far the clock of its PC is behind',
        'packages/fhir/src/writers/operations/setting-ends.test.ts',
        'C7: an end of the last days holds, however far its PC’s clock is behind',
      ),
      design(
        'What could not be read cannot be named, and the screen says so before anybody presses',
        'packages/elements/src/escalations/settings.test.ts',
        'names what it ends: the last days as the record has them, and says where nothing of them could be read',
      ),
      process('Somebody at the practice looks at each resident in the last days every few days'),
    ],
  },
  {
    id: 'E24',
    component: 'escalation and inbox',
    hazard: 'A further action of an answer is taken for handed over',
    cause: '“Blood tests: Nurse Webb” reads as if Nurse Webb knew',
    effect: 'Bloods or a referral that nobody does',
    ...risks('major', 'high', 'medium'),
    controls: [
      design(
        'Each further action says that it is text, where it is written and wherever it is read',
        'packages/elements/src/escalations/escalations.test.ts',
        'says of further actions that nobody is told by them, where they are written and wherever they are read',
      ),
      process('Whoever answers asks whoever does it, and puts on its list what belongs on one'),
    ],
  },
  {
    id: 'E25',
    component: 'escalation and inbox',
    hazard: 'What a screen said in a night is told wrongly afterwards',
    cause: 'Two clocks, late arrivals, messages that are missing',
    effect: 'The wrong lesson, or blame for somebody who could not know',
    ...risks('considerable', 'medium', 'low'),
    controls: [
      design(
        'Each moment stands with both clocks and with what each side’s screen could say',
        'packages/clinical/src/thread/night/night.test.ts',
        'N2, N3: each moment stands with both clocks and with what each screen could say',
      ),
      design(
        'A clock that cannot be compared gives no time by the server',
        'packages/clinical/src/thread/night/night.test.ts',
        'N5: a moment of another day has its day, and a press of a clock that nobody can compare has no time by the server',
      ),
      design(
        'Without names it has nobody’s name and nobody’s words',
        'packages/elements/src/escalations/escalations.test.ts',
        'copies it with names, or without anybody’s name and words, each noted first',
      ),
      process('It is read together with the people who were there, for learning'),
    ],
  },
  {
    id: 'E26',
    component: 'escalation and inbox',
    hazard: 'Nobody can say of an open worry that it is worse, rung about, or about another resident',
    cause: 'A reload, a change of shift, another PC of the home',
    effect: 'The practice acts on the wrong resident, or on what was true hours ago',
    ...risks('catastrophic', 'high', 'low'),
    controls: [
      design(
        'Every carer of the home goes on with it at every PC, with the same presses and the numbers to ring',
        'test/walk/night.test.ts',
        'after a reload the worry about the wrong resident is withdrawn, and at another PC “worse” has words',
      ),
      design(
        'They go on with a matter of whoever is on screen alone',
        'packages/clinical/src/session/escalation/escalation.test.ts',
        'X1, X4, X7, G1: in 10,000 random orders one press is one escalation, in its order, about one resident',
      ),
      design(
        'What to do and whom to ring is nothing less than what was asked',
        'packages/elements/src/escalation-button/went-on.test.ts',
        'advises by what was ticked, by the observations of then, and nothing less than what was asked',
      ),
      design(
        'With answers that get lost each press arrives once, and the practice reads it with limits and danger sign',
        'test/walk/night.test.ts',
        'in the night, with lost-answer on the way, each press arrives once, and the practice reads it',
      ),
      training('Whoever takes over a shift reads what is open about each resident'),
    ],
  },
];
