import { design, process, risks, tested, training, type Hazard } from '../hazard.ts';

export const SUMMARY: readonly Hazard[] = [
  {
    id: 'S1',
    component: 'summary',
    hazard: 'Another resident’s facts are shown',
    cause: 'A late answer, a changed selection, or a view about somebody else',
    effect: 'Treatment or its refusal by the facts of another person',
    ...risks('catastrophic', 'medium', 'very low'),
    controls: [
      design(
        'What was shown goes before anything new is asked, and a view that names another resident is refused',
        'packages/elements/src/internal/resident-element.test.ts',
        'shows nothing of the old resident when the view of the new one cannot be drawn',
      ),
      process('Identity is checked against the person before any act'),
    ],
  },
  {
    id: 'S2',
    component: 'summary',
    hazard: 'A missing or failed section is read as “none”',
    cause: 'A refused, failed or unread part of the record',
    effect: 'An allergy, limit or medicine is taken not to exist',
    ...risks('catastrophic', 'high', 'low'),
    controls: [
      design(
        'Loading, withheld, failed and known each have their own words',
        'packages/clinical/src/glance/rules/what-is-not-there.test.ts',
        'no section that failed, is withheld, loading, stale, incomplete or disputed reads as "nothing new"',
      ),
      tested(
        'A list that only says “withheld” is asked for, and makes its section withheld',
        'packages/sync/src/engine.lists.test.ts',
        'that the server withholds in part makes the section withheld, not "not recorded"',
      ),
      training('“Could not be loaded” means: look elsewhere'),
    ],
  },
  {
    id: 'S3',
    component: 'summary',
    hazard: 'A DNACPR decision is read as “do not treat”',
    cause: 'The words of the decision stand alone',
    effect: 'Treatment is withheld that was not refused',
    ...risks('catastrophic', 'medium', 'low'),
    controls: [
      design(
        'Each line about CPR says that it is about CPR only, and silence never says “full escalation”',
        'packages/elements/src/resident-summary/resident-summary.test.ts',
        'never says "full escalation" by silence, and says of DNACPR that it is about CPR only',
      ),
      tested(
        'A proposal, a draft or an order on hold is no decision, and says so',
        'packages/fhir/src/readers/r4/map/cpr-elsewhere.test.ts',
        'is no decision, and says so',
      ),
      training('What a DNACPR decision is about'),
    ],
  },
  {
    id: 'S4',
    component: 'summary',
    hazard: 'Old facts are read as current',
    cause: 'A lost server, a cached answer, a date that is not seen',
    effect: 'A decision by a state that has passed',
    ...risks('major', 'high', 'low'),
    controls: [
      design(
        'A score dated in the future does not lead, and an old one says how old it is',
        'packages/clinical/src/glance/rules/news2-against-usual.test.ts',
        'a score dated in the future does not lead, and an old one says how old it is',
      ),
      design(
        'A date known in part never decides which record is newer: both are shown',
        'packages/fhir/src/readers/r4/map/of-one-time.test.ts',
        'a reason without a value stays in sight where its date does not show that it is older',
      ),
      design(
        'A date before the birth is doubted, and nothing ends by one',
        'packages/fhir/src/readers/r4/impossible-dates.test.ts',
        'an end before the birth ends nothing, and stays in sight',
      ),
      design(
        'What is said to have happened after the recorded death is doubted',
        'packages/fhir/src/readers/r4/impossible-dates.test.ts',
        'what happened to the resident after the recorded death is doubted, and what others wrote then is not',
      ),
    ],
  },
  {
    id: 'S5',
    component: 'summary',
    hazard: 'The glance hides what matters',
    cause: 'A rule of the glance leaves out a line, or somebody hides it',
    effect: 'Deterioration or an unanswered worry goes unseen',
    ...risks('major', 'medium', 'low'),
    controls: [
      design(
        'What is asked, late, not known, or how she is now cannot be hidden',
        'packages/clinical/src/glance/can-hide.test.ts',
        'what is asked, how and where she is, what is late and what is not known cannot be hidden; news can',
      ),
      tested(
        'At most five lines stand first, and none is lost',
        'packages/clinical/src/glance/tell-glance.test.ts',
        'a glance shows at most five lines, most urgent first, and loses none',
      ),
    ],
  },
  {
    id: 'S6',
    component: 'summary',
    hazard: 'Somebody who has left is rung',
    cause: 'A GP, a nurse or a practice that the record marks as ended or no longer in use',
    effect: 'Help comes late, or a stranger hears of a resident',
    ...risks('significant', 'medium', 'low'),
    controls: [
      design(
        'Whoever is not in use is named with that, and without a number to ring',
        'packages/fhir/src/readers/r4/map/staff.test.ts',
        'is named, and not offered to be rung',
      ),
      tested(
        'Every element of staff, roles and places is in words, harmless for a reason, or cautioned',
        'test/elements/elements.test.ts',
        'no element is silently dropped',
      ),
    ],
  },
  {
    id: 'S7',
    component: 'summary',
    hazard: 'What nobody has settled is read as settled',
    cause: 'A proposal, a preliminary value, an unfinished form, a status on hold',
    effect: 'Care by a decision or a value that may change',
    ...risks('major', 'medium', 'low'),
    controls: [
      tested(
        'Every status, period and yes or no of R4 changes the statement itself, or stands on a reviewed list',
        'test/elements/generated-turns.test.ts',
        'whatever turns the statement round changes it, and not only what stands beside it',
      ),
    ],
  },
];
