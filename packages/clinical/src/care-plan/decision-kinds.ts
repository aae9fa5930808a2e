import { day, oneOf, words } from './field-form.ts';

/** [P] A signed original is known by these. Sources: PRSB palliative and end-of-life headings; ReSPECT version 3. */
const original = {
  originalAt: words('Where the original is'),
  signedBy: words('Signed by', true),
  signedOn: day('Signed on', true),
  sightedBy: words('Original seen by'),
  sightedOn: day('Original seen on'),
  madeIn: oneOf('Made in', { hospital: 'Hospital', community: 'The community' }),
  reviewBy: day('Review by'),
};

/** The kinds that are decisions, in the order of the card. */
export const DECISION_KINDS = {
  cpr: {
    title: 'Decision about CPR',
    isDecision: true,
    fields: {
      decision: oneOf(
        'CPR',
        { attempt: 'Attempt CPR', 'do-not-attempt': 'Do not attempt CPR (about CPR only)' },
        true,
      ),
      ...original,
    },
  },
  form: {
    title: 'Signed form',
    isDecision: true,
    fields: {
      title: oneOf(
        'Form',
        {
          respect: 'ReSPECT form',
          dnacpr: 'DNACPR form',
          adrt: 'Advance decision to refuse treatment (ADRT)',
          statement: 'Advance statement',
          'escalation-plan': 'Treatment escalation plan',
        },
        true,
      ),
      ...original,
    },
  },
  'preferred-place': {
    title: 'Preferred place',
    isDecision: true,
    fields: {
      of: oneOf('Place of', { care: 'Preferred place of care', death: 'Preferred place of death' }, true),
      place: words('Where', true),
    },
  },
  'decision-maker': {
    title: 'Who decides or speaks for me',
    isDecision: true,
    fields: {
      authority: oneOf(
        'Authority',
        {
          lpa: 'Lasting power of attorney, health and welfare',
          deputy: 'Deputy for health and welfare, Court of Protection',
          imca: 'Independent mental capacity advocate (IMCA)',
        },
        true,
      ),
      name: words('Name', true),
      relation: words('Relation'),
      registered: oneOf('Registered', { yes: 'Yes', no: 'No' }),
      seenBy: words('Document seen by'),
      seenOn: day('Document seen on'),
      acts: oneOf('Decides', { alone: 'Alone', jointly: 'Jointly with another' }),
    },
  },
  dols: {
    title: 'Deprivation of liberty safeguards',
    isDecision: true,
    fields: {
      state: oneOf(
        'State',
        { authorised: 'Authorised', 'applied-for': 'Applied for', refused: 'Refused' },
        true,
      ),
      from: day('From'),
      until: day('Until'),
      by: words('Authorised by'),
    },
  },
  capacity: {
    title: 'Capacity for one decision',
    isDecision: true,
    fields: {
      decision: words('The decision', true),
      finding: oneOf(
        'Capacity',
        {
          has: 'Has capacity for this decision',
          lacks: 'Lacks capacity for this decision',
          'not-assessed': 'Not assessed',
        },
        true,
      ),
      assessedBy: words('Assessed by'),
      assessedOn: day('Assessed on'),
    },
  },
} as const;
