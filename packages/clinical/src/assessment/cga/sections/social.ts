import { choice, day, group, list, snomed, askedWhen, words, yesNoNotKnown } from './fields.ts';

/** Section 5. */
export const social = group(
  'social',
  'Social',
  list(
    'kin',
    'Next of kin',
    words('kin-name', 'Name', { maxLength: 100, fact: 'kin-name' }),
    words('kin-relation', 'Relation', { maxLength: 60, fact: 'kin-relation', optional: true }),
  ),
  yesNoNotKnown('lpa', 'Lasting power of attorney for health and welfare', {
    fact: 'health-attorney',
    ...snomed('365567004'),
  }),
  askedWhen('lpa', 'yes', yesNoNotKnown('lpa-registered', 'It is registered')),
  askedWhen('lpa', 'yes', yesNoNotKnown('lpa-seen', 'The document was seen')),
  choice('visitors', 'Visitors', 'weekly=Weekly or more|sometimes=Now and then|None'),
  choice('lonely', 'Feels lonely or left out', 'No|Sometimes|Often|Cannot say'),
  words('interests', 'Interests', { maxLength: 400, optional: true }),
  words('faith', 'Faith and culture', { maxLength: 200, optional: true }),
  words('language', 'Language', { maxLength: 60, fact: 'language' }),
  yesNoNotKnown('interpreter', 'Needs an interpreter', { fact: 'interpreter' }),
  choice(
    'funding',
    'Funding',
    'self=Own funds|Council|chc=NHS Continuing Healthcare|fnc=Own funds or council, with NHS nursing care|Other',
    { optional: true },
  ),
  choice(
    'chc',
    'Continuing Healthcare',
    'not-asked=Not looked at|checklist=Checklist done|yes=Eligible|no=Not eligible|fast=Fast track',
  ),
  choice('dols', 'Deprivation of liberty', 'none=Not needed|applied=Applied for|Authorised|Lapsed'),
  askedWhen('dols', 'authorised', day('dols-until', 'Authorised until')),
  // A flag and nothing more: detail goes by the safeguarding route, and the flag into no copy (clinical rule 11.4).
  yesNoNotKnown('safeguarding', 'Safeguarding concern', {
    fresh: true,
    keptBack: true,
    hint: 'Write no detail in this form. Raise it by the safeguarding route.',
  }),
);
