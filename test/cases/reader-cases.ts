import { of, read, row, none, allergyCode, reported, type CaseTest } from './case-test.ts';

/** Records that were read wrongly once, and the test of each. */
export const READER_CASES: Readonly<Record<string, readonly CaseTest[]>> = {
  'reader/01-two-patients-same-id-two-servers': [
    of(
      'packages/fhir/src/two-people',
      'two people under one id on two servers are not joined: nobody is shown, and no section',
    ),
  ],
  'reader/03-same-code-different-drug-degraded': [
    read('same-medicine', 'medicines that share a code which says nothing about the drug are two lines'),
  ],
  'reader/03c-same-class-code-two-drugs': [
    read('same-medicine', 'medicines that share the code of a class are two lines'),
  ],
  'reader/04-same-id-active-plan-then-completed': [
    of('packages/fhir/src/two-people', 'a weekly methotrexate that arrived twice is never "stopped" alone'),
  ],
  'reader/05-medication-two-ingredients-no-code': [
    read(
      'medicine-name',
      'a Medication without a code is named by all its active ingredients, with their strengths',
    ),
  ],
  'reader/06-condition-text-not-for-cpr': [
    read('cpr-answers', 'a condition that says "not for CPR" in words alone is a decision'),
  ],
  'reader/06b-flag-dnacpr-order-formal-words': [
    reported('a flag in the formal words of an order not to attempt CPR is read as that decision'),
  ],
  'reader/06d-respect-form-full-title': [
    row(
      read('limits-titles', '"${title}" belongs to the agreed limits'),
      'Recommended Summary Plan for Emergency Care and Treatment',
    ),
    reported(
      'a ReSPECT form by its full name, a plan with a coded decision and a request are decisions about CPR',
    ),
  ],
  'reader/06f-respect-careplan-coded-activity': [
    read('cpr-elsewhere', 'a decision as an activity of a care plan is read, by its code or its words'),
  ],
  'reader/06h-servicerequest-dnar': [read('cpr-elsewhere', 'an order about CPR is read by ${name}')],
  'reader/07-list-medication-allergies-nilknown': [
    row(
      read('section-lists', 'an empty list called "${title}" says nothing about ${name}'),
      "['medicines', 'Medication allergies']",
    ),
    read(
      'section-lists',
      'a title limits the code: to medicines alone, or to a part that only the title names',
    ),
  ],
  'reader/07c-list-resolved-problems-nilknown': [
    row(
      read('section-lists', 'an empty list called "${title}" says nothing about ${name}'),
      "['problems', 'Resolved problems']",
    ),
  ],
  'reader/08-batch-response-failed-parts': [
    of(
      'packages/fhir/src/bundle/bundle-gaps',
      'a part of a batch that was refused or failed leaves no section "not recorded"',
    ),
  ],
  'reader/09-truncated': [
    of(
      'packages/fhir/src/bundle/bundle-gaps',
      'an NDJSON line that breaks off is a gap where its type belongs, and everywhere if the type is lost too',
    ),
    of(
      'packages/fhir/src/bundle/bundle-gaps',
      'if the last NDJSON line breaks off, the rest is lost too, and it may be of any type',
    ),
  ],
  'reader/10-allergy-no-known-latex-716184000': [
    allergyCode,
    read('allergy', '"no known latex allergy" denies latex by its name, and is shown beside anything else'),
  ],
  'reader/10b-allergy-none-known-text': [none('None known')],
  'reader/11-no-known-medicines-and-problems-snomed': [
    read(
      'medicines-none',
      '"no known medications" by its code is a confirmed statement of none, and no medicine',
    ),
    row(read('problems', '${name} is a statement of none and no active problem'), "['160245001'"),
  ],
  'reader/12-contact-phone-and-role-only': [
    read(
      'identity-standing',
      'a contact with a role or a telephone number but no name can still be telephoned',
    ),
  ],
  'reader/13-allergy-substance-in-reaction': [
    read('allergy', 'a substance that only the reaction names is shown, and "propensity" hides nothing'),
  ],
  'reader/15-encounter-in-nursing-home-shown-as-away': [
    reported('an open stay in the nursing home where the resident lives is the home, and not a stay away'),
  ],
  'reader/16-separate-diastolic-lost': [
    read(
      'latest-observations',
      'a systolic and a diastolic pressure of the same time are one reading, in any order',
    ),
  ],
  'reader/17-panel-unknown-code-known-components': [
    read(
      'latest-observations',
      'a panel with an unknown code is read by its known components, and keeps its own value',
    ),
  ],
  'reader/18-news2-total-unit-points': [read('news2', 'a total as ${name} is read')],
  'reader/20-transaction-delete-shown': [
    of('packages/fhir/src/bundle/bundle-gaps', 'a record that a Bundle deletes is not in force'),
  ],
  'reader/21-two-pages-same-patient': [
    of('packages/fhir/src/patients-in', 'a person on two pages is listed once'),
    of('packages/fhir/src/two-people', 'the same record twice is one, however its address is written'),
  ],
  'reader/24-repeat-plan-and-completed-issue': [
    read('same-medicine', 'an authority to repeat with issues is in use, and its issues are in its line'),
  ],
  'reader/25-old-course-in-use': [
    reported('a course that ended years ago is past its end date, and not in use'),
    read('medicine-status', 'an active medicine past the end of its course is past its end'),
  ],
  'reader/26-dignity-and-respect-survey': [
    read('limits-titles', 'a survey about respect is an assessment, and none of it is shown in the limits'),
  ],
  'reader/28-smart-health-card-short-url': [
    of(
      'packages/fhir/src/patients-in',
      'a Patient is found by its short address, and so are the records that use the address',
    ),
  ],
  'reader/29-name-prefix-string': [
    row(
      of(
        'packages/fhir/src/readers/r4/read-resource',
        '${what} alone where FHIR has a list is read as a list of one, and no part of the name is lost',
      ),
      "['a prefix'",
    ),
  ],
  'reader/31-unit-and-code-conflict': [
    read(
      'measures',
      'the code kg with the words lb is a caution, the words are shown, and no change is calculated',
    ),
  ],
  'reader/32-allergy-note-dropped': [read('allergy', 'notes stay with the allergy')],
  'reader/35-death-notified-but-deceasedBoolean-false': [
    read(
      'identity-standing',
      '"living" beside a notice of death is a contradiction, and neither of the two is chosen',
    ),
  ],
  'reader/36-encounter-without-subject': [
    of('packages/fhir/src/patients-in', 'an Encounter or a CareTeam about nobody fails no section'),
  ],
  'reader/38-broken-document-two-lines-parse': [
    of(
      'packages/fhir/src/bundle/bundle-gaps',
      'a broken document counts as one unreadable entry, however many of its lines are JSON',
    ),
  ],
};
