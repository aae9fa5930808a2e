import { design, process, risks, training, type Hazard } from '../hazard.ts';

/** What can go wrong from a worry to its answer. */
export const ESCALATION: readonly Hazard[] = [
  {
    id: 'E1',
    component: 'escalation and inbox',
    hazard: 'A worry is thought sent and is not',
    cause: 'Offline, a lost answer, a closed browser',
    effect: 'Nobody comes',
    ...risks('catastrophic', 'high', 'low'),
    controls: [
      design(
        'After a minute without a server it says so, with the telephone',
        'packages/clinical/src/session/escalation/escalation.test.ts',
        'X6: after a minute without a server it says so, until it is sent, and anew after worse',
      ),
      design(
        'The colour of success is for a person’s answer alone',
        'packages/elements/src/escalation-button/escalation-button.test.ts',
        'is in the colour of success for a person’s answer alone',
      ),
      design(
        'A press that nobody took over is told after its resident has left the screen',
        'packages/elements/src/escalation-button/escalation-button.test.ts',
        'tells of a press that was not taken over after its resident has left, and hands it over under the same id',
      ),
      design(
        'With a passphrase a worry outlives a reload, says NOT SENT and whom to ring beside its resident, and arrives once',
        'test/walk/night.test.ts',
        'with a passphrase, a worry pressed offline outlives a reload and arrives once',
      ),
      design(
        'Whoever looks next at that PC reads that it was not sent, and never that nobody has seen it',
        'packages/elements/src/escalation-button/went-on.test.ts',
        'says NOT SENT and whom to ring of a worry that waits on this PC, and never that nobody has seen it',
      ),
      design(
        'It is in the home’s own list, and says so there',
        'packages/sync/src/matters/list-matters.test.ts',
        'E9: what was pressed while the plug was out is in the home’s own list, says so, and then is sent',
      ),
      design(
        'An answer, “worse” or a withdrawal that was not sent changes nothing of how a matter stands',
        'packages/elements/src/escalation-button/went-on.test.ts',
        'says of a “worse” and of a withdrawal that they wait, while the practice still sees the worry',
      ),
      design(
        'Without one the screen has said what a reload loses',
        'test/walk/night.test.ts',
        'with the key in memory, the screen has said what a reload loses, and it is lost',
      ),
      design(
        'What was thought, done and decided is not sent until a press carries it, and the screen says so',
        'packages/elements/src/escalation-button/after-sending.test.ts',
        'is not sent where it was written afterwards, until a press carries it',
      ),
      training('“Sent” is not “seen”. If in doubt, ring'),
    ],
  },
  {
    id: 'E2',
    component: 'escalation and inbox',
    hazard: 'A worry goes to the practice while nobody looks',
    cause: 'Night, weekend, bank holiday',
    effect: 'Hours without an answer',
    ...risks('catastrophic', 'high', 'low'),
    controls: [
      design(
        'At 02:00 on Boxing Day it is 111, and never the practice',
        'packages/clinical/src/escalation/whom-to-ring.test.ts',
        'R9: at 02:00 on Boxing Day it is 111, and never the practice',
      ),
      design(
        'Pressed offline at that hour it says 111, and what the practice answers comes back in words',
        'test/walk/night.test.ts',
        'pressed offline at 02:00 on Boxing Day: told to ring 111, sent once, answered in words',
      ),
      process('The place keeps the hours of its inboxes true'),
    ],
  },
  {
    id: 'E3',
    component: 'escalation and inbox',
    hazard: 'The wrong number is rung',
    cause: 'A number that has changed, or a guessed one',
    effect: 'Delay',
    ...risks('major', 'medium', 'low'),
    controls: [
      design(
        'A contact needs a number that somebody has rung; none is a default but 999 and 111',
        'packages/clinical/src/place/faults-of-place.test.ts',
        'a contact needs a number that can be rung and that somebody has rung',
      ),
      process('Somebody rings each number at the interval that the place has set'),
    ],
  },
  {
    id: 'E4',
    component: 'escalation and inbox',
    hazard: 'A worry is raised for the wrong resident',
    cause: 'A namesake, or a slip of the finger',
    effect: 'Somebody else is treated; the ill person is not',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'A namesake has to be told apart before anything is sent',
        'packages/clinical/src/session/escalation/escalation.test.ts',
        'X3: with a namesake on the list nothing is sent until somebody has said that it is this one',
      ),
      design(
        'What was withdrawn is raised anew on the right resident, by a press',
        'packages/elements/src/escalation-button/escalation-button.test.ts',
        'raises what was withdrawn on the right resident in two presses, and nothing by itself',
      ),
      design(
        'Both sides see the withdrawal, and the right resident has the worry in two presses',
        'test/walk/night.test.ts',
        'a worry about the wrong resident is withdrawn, and raised on the right one in two presses',
      ),
      design(
        'A score of another resident on the same page counts for nothing here',
        'packages/elements/src/escalation-button/score-beside-it.test.ts',
        'takes nothing of another resident, whose score was signed on the same page',
      ),
      design(
        'What is said aloud of one resident ends when another is on screen',
        'packages/elements/src/escalation-button/beside-the-worry.test.ts',
        'says nothing aloud about one resident once another is on screen',
      ),
    ],
  },
  {
    id: 'E5',
    component: 'escalation and inbox',
    hazard: 'The ladder advises too little',
    cause: 'A wrong threshold, a missing value, a usual score that is read as normal',
    effect: 'Late 999',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'The advice is the highest rung of any reason, and more reasons never lower it',
        'packages/clinical/src/escalation/advise.test.ts',
        'R1: one more reason never lowers the advice',
      ),
      design(
        'Only a clinician’s recorded variation lowers a score, and nothing that somebody saw',
        'packages/clinical/src/escalation/advise.test.ts',
        'R8: a variation lowers no worry, and nothing that somebody saw',
      ),
      design(
        'A ladder can be withdrawn at once, and its reader is told whom to ring',
        'packages/elements/src/frailty-scorer/withdrawn.test.ts',
        'advises nothing, says who withdrew it, and still says whom to ring',
      ),
      design(
        'That observations are due again is said on screen and aloud, also after a reload',
        'packages/elements/src/escalation-button/observations-due.test.ts',
        'says so of a worry that was raised elsewhere or before a reload, from what the record holds',
      ),
      design(
        'A score that was signed on the page stands in the worry, with its age',
        'packages/elements/src/escalation-button/score-beside-it.test.ts',
        'opens with the observations of this resident, in the ladder and in the SBARD, and says how old they are',
      ),
      process('A clinical safety officer signs the ladder; † figures are read against the guidance in force'),
    ],
  },
  {
    id: 'E6',
    component: 'escalation and inbox',
    hazard: 'CPR is begun against a decision, or not begun without one',
    cause: 'A record that is missing, unread or in dispute',
    effect: 'Harm, or a death that was not accepted',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'Not breathing says what the CPR record says, and what it does not',
        'packages/clinical/src/escalation/advise.test.ts',
        'R5: not breathing says what the CPR record says, and what it does not',
      ),
      design(
        'Choking is treated before anything that was agreed about CPR',
        'packages/clinical/src/escalation/advise.test.ts',
        'R5, R6: choking is treated before anything that was agreed about CPR',
      ),
      design(
        'The screen says which record it went by, also where the records disagree or nobody has one',
        'test/walk/night.test.ts',
        'what the screen says in danger goes by the record, and by what the record does not say',
      ),
      training('First aid, and where the original forms are'),
    ],
  },
  {
    id: 'E7',
    component: 'escalation and inbox',
    hazard: 'An expected death becomes an emergency',
    cause: 'The plan for the last days is not in sight',
    effect: 'Distress, an unwanted transfer',
    ...risks('considerable', 'medium', 'low'),
    controls: [
      design(
        'In the last days there is no score and no 999 for dying',
        'packages/clinical/src/escalation/advise.test.ts',
        'R4: in the last days there is no score and no 999, whatever is seen',
      ),
    ],
  },
  {
    id: 'E8',
    component: 'escalation and inbox',
    hazard: 'One worry is sent twice, or two are taken for one',
    cause: 'A double click, a repeat after a lost answer, two carers',
    effect: 'Confusion; a second worry goes unanswered',
    ...risks('considerable', 'high', 'low'),
    controls: [
      design(
        'One press is one escalation, whatever the network does',
        'packages/clinical/src/session/escalation/escalation.test.ts',
        'X1, X4, X7, G1: in 10,000 random orders one press is one escalation, in its order, about one resident',
      ),
      design(
        'Joining keeps both askers and the higher urgency',
        'packages/clinical/src/thread/threads-of.test.ts',
        'W3: joined in a circle, the one raised first stays, with both askers and the higher urgency',
      ),
      design(
        'Two carers each know of the other, and both hear the answer',
        'test/walk/night.test.ts',
        'two carers press for one resident: each knows of the other, the practice joins them, and both hear the answer',
      ),
    ],
  },
  {
    id: 'E9',
    component: 'escalation and inbox',
    hazard: '“Seen” or “answered” is shown although nobody has',
    cause: 'A rendered list that counts as seen; an answer to an earlier question',
    effect: 'Nobody acts',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'Only a press of the side that was asked makes it seen, taken or answered',
        'packages/clinical/src/thread/threads-of.test.ts',
        'P1, P2: only a press of the side that was asked makes it seen, taken or answered',
      ),
      design(
        'Worse asks again: what was answered before does not count for it',
        'packages/clinical/src/thread/threads-of.test.ts',
        'P3: worse asks again. What was seen and answered before does not count for it',
      ),
      design(
        'After “worse” the card beside the resident is for no later than what the practice reads',
        'packages/clinical/src/escalation/asked-urgency.test.ts',
        'R10: the card is for no later than the thread asks, with the reason, and nothing is asked for less',
      ),
      design(
        'After “gone to hospital” the card rings nobody to come, and “worse” brings the numbers back',
        'packages/elements/src/escalation-button/after-sending.test.ts',
        'X14: “worse” and a danger sign after that bring the numbers back',
      ),
      design(
        'An answer that sends the home to 999 or 111 stays first until the home confirms it',
        'packages/clinical/src/thread/matter-order.test.ts',
        'P10: “ring 999 or 111” stands first until the home confirms it',
      ),
      design(
        'A “worse” or a promise takes back nothing of it before somebody has said that they rang',
        'packages/clinical/src/thread/standing.test.ts',
        'P10, P3: “worse” does not take back that somebody was told to ring, and is asked all the same',
      ),
      design(
        'The receipt says so at the home, whether the “worse” was sent or not',
        'packages/elements/src/escalation-button/receipt-at-every-moment.test.ts',
        'says that 999 or 111 was not rung also after “worse”, sent or not, and what was promised with it',
      ),
    ],
  },
  {
    id: 'E10',
    component: 'escalation and inbox',
    hazard: 'A promise is forgotten',
    cause: 'A busy practice; a visit that did not happen',
    effect: 'Late treatment',
    ...risks('major', 'high', 'low'),
    controls: [
      design(
        'A promise that has passed is overdue until somebody confirms that it happened',
        'packages/clinical/src/thread/standing.test.ts',
        'P8: a promise that has passed is overdue until somebody confirms that it happened',
      ),
      design(
        'A “worse” does not make a promise forgotten',
        'packages/clinical/src/thread/standing.test.ts',
        'P11: a promise from before “worse” is still said, and is broken once its time has passed',
      ),
      process('Who looks at overdue promises, and when'),
    ],
  },
  {
    id: 'E11',
    component: 'escalation and inbox',
    hazard: 'A practice run is taken for a real one, or a real one for practice',
    cause: 'The same screens',
    effect: 'A worry that is never sent; a call about an invented person',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'Practice is banded and watermarked, rings nobody, and leaves no request and no row',
        'test/walk/first-shift.test.ts',
        'a first shift sends nothing, rings nobody, and leaves no row',
      ),
      training('How practice begins and how it ends'),
    ],
  },
];
