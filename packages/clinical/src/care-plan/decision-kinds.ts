import { dayField, oneOf, wordsField } from './field-form.ts';

/** [P] A signed original is known by these. Sources: PRSB palliative and end-of-life headings; ReSPECT version 3. */
const original = {
  originalAt: wordsField('Where the original is'),
  signedBy: wordsField('Signed by', true),
  signedOn: dayField('Signed on', true),
  sightedBy: wordsField('Original seen by'),
  sightedOn: dayField('Original seen on'),
  madeIn: oneOf('Made in', { hospital: 'Hospital', community: 'The community' }),
  reviewBy: dayField('Review by'),
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
      place: wordsField('Where', true),
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
      name: wordsField('Name', true),
      relation: wordsField('Relation'),
      registered: oneOf('Registered', { yes: 'Yes', no: 'No' }),
      seenBy: wordsField('Document seen by'),
      seenOn: dayField('Document seen on'),
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
      from: dayField('From'),
      until: dayField('Until'),
      by: wordsField('Authorised by'),
    },
  },
  capacity: {
    title: 'Capacity for one decision',
    isDecision: true,
    fields: {
      decision: wordsField('The decision', true),
      finding: oneOf(
        'Capacity',
        {
          has: 'Has capacity for this decision',
          lacks: 'Lacks capacity for this decision',
          'not-assessed': 'Not assessed',
        },
        true,
      ),
      assessedBy: wordsField('Assessed by'),
      assessedOn: dayField('Assessed on'),
    },
  },
} as const;
