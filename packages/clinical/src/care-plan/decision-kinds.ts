import { dayField, nameField, oneOf } from './field-form.ts';

/** [P] A signed original is known by these, after ReSPECT version 3 and PRSB's headings of palliative and end-of-life care (remembered). */
const original = {
  originalAt: nameField('Where the original is'),
  signedBy: nameField('Signed by', true),
  signedOn: dayField('Signed on', true),
  sightedBy: nameField('Original seen by'),
  sightedOn: dayField('Original seen on'),
  madeIn: oneOf('Made in', { hospital: 'Hospital', community: 'The community' }),
  reviewBy: dayField('Review by'),
};

/** The kinds that are decisions, in the order of the card. */
export const DECISION_KINDS = {
  cpr: {
    title: 'Decision about CPR',
    decided: { by: 'signedBy', on: 'signedOn' },
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
    decided: { by: 'signedBy', on: 'signedOn' },
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
    decided: { by: 'saidBy', on: 'saidOn' },
    fields: {
      of: oneOf('Place of', { care: 'Preferred place of care', death: 'Preferred place of death' }, true),
      place: nameField('Where', true),
      saidBy: nameField('Said by', true),
      saidOn: dayField('Said on', true),
    },
  },
  'decision-maker': {
    title: 'Who decides or speaks for me',
    decided: { by: 'seenBy', on: 'seenOn' },
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
      name: nameField('Name', true),
      relation: nameField('Relation'),
      registered: oneOf('Registered', { yes: 'Yes', no: 'No' }),
      seenBy: nameField('Document seen by'),
      seenOn: dayField('Document seen on'),
      acts: oneOf('Decides', { alone: 'Alone', jointly: 'Jointly with another' }),
    },
  },
  dols: {
    title: 'Deprivation of liberty safeguards',
    decided: { by: 'by', on: 'from' },
    fields: {
      state: oneOf(
        'State',
        { authorised: 'Authorised', 'applied-for': 'Applied for', refused: 'Refused' },
        true,
      ),
      from: dayField('From'),
      until: dayField('Until'),
      by: nameField('Authorised by'),
    },
  },
  capacity: {
    title: 'Capacity for one decision',
    decided: { by: 'assessedBy', on: 'assessedOn' },
    fields: {
      decision: nameField('The decision', true),
      finding: oneOf(
        'Capacity',
        {
          has: 'Has capacity for this decision',
          lacks: 'Lacks capacity for this decision',
          'not-assessed': 'Not assessed',
        },
        true,
      ),
      assessedBy: nameField('Assessed by'),
      assessedOn: dayField('Assessed on'),
    },
  },
} as const;
