import {
  of,
  read,
  row,
  none,
  allergyCode,
  path,
  reportedForm,
  reported,
  CLINICAL,
  type CaseTest,
} from './case-test.ts';

const NOT_CPR = read(
  'cpr-answers',
  'an observation "not for CPR" with the value ${name} is neither that decision nor its opposite',
);
const CPR_WITHOUT_VALUE = read(
  'cpr-answers',
  'a finding without a value, for a stated reason, is no decision and shows the reason',
);
const CONSENT = read('consent-words', 'a consent with ${name} is shown whole');
const NOT_PERFORMED = read(
  'not-measured',
  'a measurement that was not performed is shown with its day, and the latest value stays on screen',
);
const REASONS = read('not-measured', 'the reason ${code} is put into words, and the section is known');
const HALF_PRESSURE = read('not-measured', 'half a blood pressure shows which half is missing, and why');

/** What other products were reported for, tried on this one, and the test of each. */
export const BUG_CASES: Readonly<Record<string, readonly CaseTest[]>> = {
  'bugs/01-cpr-observation-says-no/a-not-false': [NOT_CPR],
  'bugs/01-cpr-observation-says-no/b-not-no': [NOT_CPR],
  'bugs/01-cpr-observation-says-no/d-not-dar': [CPR_WITHOUT_VALUE],
  'bugs/01-cpr-observation-says-no/i-not-false-and-for': [
    read('cpr-answers', 'with the value ${name} it replaces no older decision'),
  ],
  'bugs/01-cpr-observation-says-no/n-condition-unconfirmed': [
    read('cpr-answers', 'a condition about CPR that is ${status} says so, and replaces no decision'),
  ],
  'bugs/03-consent-exceptions/consent-data': [row(CONSENT, "'a refusal for one purpose'")],
  'bugs/03-consent-exceptions/consent-except': [row(CONSENT, "'a refusal with an exception'")],
  'bugs/03-consent-exceptions/j-consent-outer-deny-inner-permit': [
    row(CONSENT, "'a refusal of everything with an exception'"),
  ],
  'bugs/03-consent-exceptions/k-consent-permit-inner-deny': [
    row(CONSENT, "'an agreement with an exception, which is a refusal'"),
  ],
  'bugs/03-consent-exceptions/m-consent-nested-deny-only': [
    row(CONSENT, "'a refusal that stands alone inside'"),
  ],
  'bugs/05-dosage-parts-lost/dose2': [
    of(
      'packages/fhir/src/computed/dosage/dosage-words',
      'whatever parts stand beside a text, the text stays whole and each part is put into words',
    ),
  ],
  'bugs/06-notes-lost/notes': [
    read('allergy', 'the note of the allergy "Other" is the allergen'),
    read('allergy', 'each reaction is shown with its signs, words, severity, day, route and notes'),
    read('problems', 'site, severity, stage, evidence and notes are shown with the problem'),
    read('measures', 'a weight ${detail} says so'),
  ],
  'bugs/06-notes-lost/notes2': [
    read('medicine-remarks', 'a note of a medicine is shown with it, in its lines'),
    read('vaccination', 'the note and the person who gave it stay with it, and a future date is shown'),
    read('said-whole', 'a goal that is ${name} says so'),
  ],
  'bugs/07-declared-not-measured/cfs-scale-dar': [
    read('not-measured', 'a frailty scale, an index and a Barthel index that were not performed say so'),
  ],
  'bugs/07-declared-not-measured/dar-bp': [HALF_PRESSURE],
  'bugs/07-declared-not-measured/dar-bp2': [NOT_PERFORMED],
  'bugs/07-declared-not-measured/dar-bp3': [REASONS],
  'bugs/07-declared-not-measured/dar-bp-old': [NOT_PERFORMED],
  'bugs/07-declared-not-measured/dar-hr': [REASONS],
  'bugs/07-declared-not-measured/dar-text': [
    read('not-measured', 'a reason in the sender’s own words is shown in them, and an unknown code as it is'),
  ],
  'bugs/07-declared-not-measured/dar-w': [NOT_PERFORMED],
  'bugs/07-declared-not-measured/dar-w-alone': [
    read('not-measured', 'a weight that was declined is a state of its own, and no failure'),
  ],
  'bugs/09-dated-in-the-future/flag-cpr-future': [
    read(
      'limits-titles',
      'a decision about CPR that starts in the future says so: it does not come first, and replaces none',
    ),
  ],
  'bugs/09-dated-in-the-future/future-all': [
    read(
      'allergy',
      'an allergy dated in the future comes after those in force, whichever date is in the future',
    ),
    read('problems', 'a problem dated in the future comes after those in force'),
    read('measures', 'weights and levels dated in the future never come first'),
    read(
      'medicine-status',
      'a prescription dated in the future keeps its status, says so, and comes after the rest',
    ),
  ],
  'bugs/09-dated-in-the-future/news2-future': [
    reported('carlos PR 200, htmlformentry 833: a NEWS2 dated next year does not lead over yesterday’s'),
  ],
  'bugs/09-dated-in-the-future/weight-future': [
    read('measures', 'weights and levels dated in the future never come first'),
  ],
  'bugs/10-none-shown-as-something/nka-animal': [allergyCode],
  'bugs/10-none-shown-as-something/nka-insect': [allergyCode],
  'bugs/10-none-shown-as-something/nka-latex-new': [allergyCode],
  'bugs/10-none-shown-as-something/nka-multi': [
    read('allergies', 'a "no known …" states how far it reaches'),
  ],
  'bugs/10-none-shown-as-something/nka-snomed': [allergyCode],
  'bugs/10-none-shown-as-something/nka-drugplus-nocat': [
    read(
      'allergies',
      '"no known drug allergy" denies an allergy of unknown kind, and its side covers drugs alone',
    ),
  ],
  'bugs/10-none-shown-as-something/nka-text2': [
    row(read('allergies', '"${text}" in words is a statement of none, and no allergen'), "'NKDA'"),
  ],
  'bugs/10-none-shown-as-something/nka-textvars': [none('No Known Drug Allergies (NKDA)')],
  'bugs/10-none-shown-as-something/nka-textvars3': [none('No known drug or food allergies')],
  'bugs/10-none-shown-as-something/nka-textvars5': [none('No allergies')],
  'bugs/10-none-shown-as-something/nka-textvars7': [none('None known')],
  'bugs/10-none-shown-as-something/nolatex': [allergyCode],
  'bugs/10-none-shown-as-something/nolatex2': [
    none('No known latex allergy (situation)'),
    none('No known contrast allergy'),
  ],
  'bugs/10-none-shown-as-something/nomeds2': [
    read('medicines-none', 'the same applies to a request, and to a Medication or the words of a reference'),
  ],
  'bugs/10-none-shown-as-something/noprob': [
    row(read('problems', '${name} is a statement of none and no active problem'), "['160245001'"),
  ],
  'bugs/13-print-over-each-other/ui4': [
    of(
      'test/print/print',
      'an answer of ${count} lines is on paper whole, each line once, even before the person leaves the field',
    ),
    of('test/print/print', '${screen} prints no text over another'),
  ],
  'bugs/15-whole-number-total': [
    reportedForm(
      'smart-forms PR 780: a total that does not fit a whole-number item is not sent as a decimal',
    ),
    path('a total is calculated in decimal digits'),
  ],
  'bugs/16-own-options/questionnaire': [
    path('a choice that looks up its own options reads the form, and not itself'),
  ],
  'bugs/17-replaced-record/merged': [
    read('identity-standing', 'a record that another one replaced says so, and where to look'),
  ],
  'bugs/18-vitals-without-score/vit': [
    read(
      'latest-observations',
      'a value in another unit, or one that nobody has, says so, and a fraction of one is a percentage',
    ),
  ],
  'bugs/20-rows-keep-their-own-condition': [
    reportedForm(
      'medplum 10569, smart-forms 705: each row depends on its own answer, and sends nothing that another row showed',
    ),
  ],
  'bugs/22-options-keep-their-type': [
    reportedForm(
      'lforms 93, compass-numapp PR 21: an option that is a text or a number is answered as such, and never as a coding',
    ),
  ],
  'bugs/23-item-weights': [
    reportedForm(
      'lforms 175, 179: the weight of an option counts by either name and function, and an old address is not guessed',
    ),
  ],
  'bugs/25-multiple-choice-condition': [
    reportedForm(
      'android-fhir 736: one matching answer of several is enough, and "not equal" is only true where none matches',
    ),
  ],
  'bugs/26-hidden-required': [
    reportedForm(
      'fhir-emr 880, 391: a required question that is hidden, or cannot be answered, is not asked for',
    ),
  ],
  'bugs/28-effective-not-issued/w-tz': [
    reported('formbricks 6728, va.gov-team 131813: a reader in another time zone sees London’s dates'),
  ],
  'bugs/28-effective-not-issued/w-when': [
    reported(
      'esm-patient-chart PR 967, PR 983: a weight shows the day of its measurement, never the day of its entry',
    ),
  ],
  'bugs/29-script-twice/t0': [
    of('packages/elements/src/internal/isolation', 'can be loaded twice, and beside another version'),
  ],
  'bugs/31-run-through-and-back': [
    of('test/extension/content-script', 'a quick run through patients reports only the one who stays'),
    of('test/extension/content-script', 'leaving a page takes its patient back'),
  ],
  'bugs/33-comma-and-blank': [
    of(
      `${CLINICAL}/form/number-entry`,
      'A5: one or two digits after a comma are offered with a point; three may be thousands',
    ),
    of(`${CLINICAL}/form/number-entry`, 'A5: no text makes a number that its digits do not say'),
  ],
  'bugs/34-news2-gaps': [
    of(
      `${CLINICAL}/instruments/news2/news2`,
      'a value between two whole numbers scores like the worse of them',
    ),
    of(
      `${CLINICAL}/instruments/news2/news2`,
      'every score of scale 2 changes exactly at the table’s limits, on air and on oxygen',
    ),
  ],
  'bugs/35-time-zones/t0': [
    reported('formbricks 6728, va.gov-team 131813: a reader in another time zone sees London’s dates'),
  ],
  'bugs/36-banner-in-shadow-root': [
    of('extension/src/content/select', 'reads nobody out of a shadow root, of which no adapter speaks'),
  ],
  'bugs/37-words-about-cpr': [read('cpr-words', '"${text}" is ${meaning ?? \'not about CPR\'}')],
  'bugs/38-voided-conditions/voided': [
    reported('eCRNow 577: a condition that only its words call entered in error shows those words'),
  ],
};
