import { design, process, risks, tested, type Hazard } from '../hazard.ts';

const SEEN = 'packages/clinical/src/roles/seen-by.test.ts';
const PRESSED = 'packages/clinical/src/roles/press-stop.test.ts';
const ACCOUNTS = 'extension/src/vault/accounts.test.ts';

export const ROLES: readonly Hazard[] = [
  {
    id: 'R1',
    component: 'extension',
    hazard: 'A role sees or presses what it may not',
    cause:
      'A role that nobody has mapped, a shift that has ended, a count or a line that tells of what is withheld',
    effect: 'A breach of confidence; an answer by somebody who may not give it',
    ...risks('considerable', 'high', 'low'),
    controls: [
      design(
        'No text of a withheld section is anywhere in a view, for any role',
        SEEN,
        '${id}: no text of a withheld section, or of the rest of a part, is anywhere in the view',
      ),
      design(
        'Neither a count nor a state tells whether a withheld section holds anything',
        SEEN,
        '${id}: whatever a withheld section holds, and whatever state it is in, the view is the same to the letter',
      ),
      design(
        'The extension’s panels get a view as the role sees it, and no other',
        'extension/src/vault/sign-in/narrowed.test.ts',
        'a view leaves the engine as the role sees it: what is withheld is in it in no form',
      ),
      tested(
        'Each role presses what a second table says',
        PRESSED,
        '${id} presses what the table says, and nothing else',
      ),
      design(
        'Nobody presses for the other side',
        PRESSED,
        'nobody presses for the other side, so a home’s own answer never calms the home',
      ),
      design(
        'What names no role is unknown, and unknown is never a licence',
        'packages/clinical/src/roles/role-of.test.ts',
        'what names no role is unknown, and unknown sees and presses the least',
      ),
      design(
        'A role that is not active, not this person’s, or in doubt gives none',
        'packages/fhir/src/staff-roles.test.ts',
        'a role of somebody else is none, also of somebody with the same id on another server',
      ),
      design(
        'A shift ends by itself',
        'packages/clinical/src/roles/pass.test.ts',
        'an agency’s shift ends twelve hours after its start, or at its recorded end where that is earlier',
      ),
      design(
        'A broken glass is audited before it shows anything',
        'packages/clinical/src/roles/break-glass.test.ts',
        'the audit has it before anybody sees more: what the audit does not take breaks nothing',
      ),
      process('The place maps the roles of its servers, and looks at who broke the glass'),
    ],
  },
  {
    id: 'R2',
    component: 'extension',
    hazard: 'A role misses what it needs',
    cause: 'A view that leaves out too much, or leaves it out without a word',
    effect: 'Harm by an allergy, a swallow or a limit that somebody in charge did not see',
    ...risks('major', 'medium', 'low'),
    controls: [
      tested(
        'Each role sees what a second table says, and is told of the rest that it is withheld',
        SEEN,
        '${id}: ${name} is',
      ),
      design(
        'The glance says which sections are withheld for the role, and never “nothing new”',
        SEEN,
        'lines of the glance that rest on what is withheld are gone, and it says which sections are withheld for the role',
      ),
      design(
        'A meal card says what is recorded of swallowing, wherever it is recorded',
        SEEN,
        'the meal card says that the advice on swallowing could not be read, or is disputed',
      ),
      design(
        'Whoever only notices raises a worry, rings 999 and says so',
        PRESSED,
        'whoever only notices goes on with a worry of their own, rings 999 and says so, and presses on no other',
      ),
      design(
        'A carer opens what is withheld in an emergency, with a reason',
        SEEN,
        'a broken glass shows a carer the whole of one resident until its time is over',
      ),
      process('The views are compared with the lists of the PRSB before anybody uses them'),
    ],
  },
  {
    id: 'R3',
    component: 'extension',
    hazard: 'Somebody works on a PC where another person is signed in',
    cause:
      'A PC that nobody locked, a PIN that is guessed, a session that outlives its person or a device that was lost',
    effect: 'A breach of confidence; work in another person’s name',
    ...risks('considerable', 'high', 'medium'),
    controls: [
      design(
        'In no state that the lock can reach does any event break a promise of the lock',
        'extension/src/vault/lock/every-order.test.ts',
        'in no state that the lock can reach does any event break a promise',
      ),
      design(
        'After minutes with nobody there the PIN is asked for, and a locked computer drops the keys',
        ACCOUNTS,
        'T27: nobody at the computer locks softly, and a locked computer drops everything',
      ),
      design(
        'A lock blanks every panel at once, and wrong PINs are counted',
        ACCOUNTS,
        '“Lock” tells every panel in the same task; a right PIN opens, and a wrong one is counted',
      ),
      design(
        'A session that the server has ended shows nothing more',
        ACCOUNTS,
        'T28: the server ends the session: nothing more is shown, and the words say why',
      ),
      design(
        'An administrator’s order erases what lies here',
        ACCOUNTS,
        'T28: an order to erase ends a running session, and counts once',
      ),
      process('The place says how soon its PCs lock, and that nobody works under a colleague’s name'),
    ],
  },
];
