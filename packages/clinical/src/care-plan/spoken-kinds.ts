import { dayField, field, oneOf, wordsField } from './field-form.ts';

/** Who says so is part of what is said: another person's words are not hers. */
const saidBy = { saidBy: wordsField('Said by', true) };

/** The kinds that people say and agree, in the order of the card. */
export const SPOKEN_KINDS = {
  conversation: {
    title: 'The conversation about the future',
    decided: null,
    fields: {
      stage: oneOf(
        'How far it is',
        {
          'not-started': 'Not started',
          offered: 'Offered',
          'not-now': 'Not now',
          thinking: 'Thinking about it',
          agreed: 'Agreed',
          'best-interests': 'Best-interests decision',
          declined: 'Declined',
          'review-due': 'Review due',
        },
        true,
      ),
      why: wordsField('Why'),
      with: wordsField('Talked with'),
      reviewBy: dayField('Come back to it by'),
    },
  },
  unwell: {
    title: 'If I become unwell',
    // A row can stand in the place of 999 (escalation SPEC R7): half of one agreement and half of another is advice that nobody gave.
    decided: { by: 'agreedWith', on: 'agreedOn' },
    fields: {
      situation: wordsField('Situation', true),
      place: oneOf('Stay or go', {
        stay: 'Stay here',
        hospital: 'Go to hospital',
        'ask-first': 'Ask first',
      }),
      words: wordsField('What to do'),
      ring: wordsField('Whom to call'),
      agreedWith: wordsField('Agreed with', true),
      agreedOn: dayField('Agreed on', true),
    },
  },
  anticipatory: {
    title: 'Anticipatory medicines',
    decided: null,
    fields: {
      state: oneOf(
        'In the home',
        { 'in-the-home': 'In the home', 'not-in-the-home': 'Not in the home', ordered: 'Ordered' },
        true,
      ),
      what: wordsField('Which'),
      where: wordsField('Where'),
      expires: dayField('Expires'),
      mayGive: wordsField('Who may give them'),
      checkedOn: dayField('Checked on'),
    },
  },
  'about-me': {
    title: 'About me',
    decided: null,
    fields: {
      heading: oneOf(
        'Heading',
        {
          'what-matters': 'What matters to me',
          people: 'People who matter to me',
          communication: 'How I communicate',
          wellness: 'My wellness',
          'please-do': 'Please do, please don’t',
          support: 'How and when to support me',
          'also-know': 'Also worth knowing about me',
        },
        true,
      ),
      text: wordsField('In my words', true),
      ...saidBy,
    },
  },
  comfort: {
    title: 'How to be with me',
    decided: null,
    fields: {
      about: oneOf(
        'About',
        { communicate: 'How I communicate', calms: 'What calms me', pain: 'How I show pain' },
        true,
      ),
      text: wordsField('In words', true),
      ...saidBy,
    },
  },
  self: {
    title: 'Who I am',
    decided: null,
    fields: {
      about: oneOf('About', { partner: 'My partner', pronouns: 'My pronouns', faith: 'My faith' }, true),
      text: wordsField('In words', true),
    },
  },
  goal: {
    title: 'A goal of mine',
    decided: null,
    fields: {
      want: wordsField('What I want to do again', true),
      step: wordsField('Today’s step'),
      with: wordsField('Who with'),
      ...saidBy,
      due: dayField('By'),
    },
  },
  action: {
    title: 'Action',
    decided: null,
    fields: {
      what: wordsField('What', true),
      owner: wordsField('Who does it', true),
      due: dayField('By', true),
      state: oneOf(
        'How far it is',
        { 'to-do': 'To do', 'under-way': 'Under way', done: 'Done', 'not-done': 'Not done' },
        true,
      ),
    },
  },
  told: {
    title: 'Who may be told what',
    decided: null,
    fields: {
      person: wordsField('Who', true),
      may: wordsField('May be told'),
      mustNot: wordsField('Must not be told'),
    },
  },
  sharing: {
    title: 'Basis of sharing',
    decided: null,
    fields: {
      basis: oneOf('Basis', { 'direct-care': 'Direct care', objection: 'Objection recorded' }, true),
      words: wordsField('In words'),
    },
  },
  decide: {
    title: 'What we will decide together',
    decided: null,
    fields: {
      situation: wordsField('What it is about', true),
      ask: wordsField('Who can be asked'),
      by: dayField('By'),
    },
  },
  choice: {
    title: 'One choice',
    decided: null,
    fields: {
      of: field('Decision', { kind: 'line' }, true),
      choice: wordsField('Choice', true),
      means: wordsField('What it means for me', true),
    },
  },
  helped: {
    title: 'Who helped to make this plan',
    decided: null,
    fields: { name: wordsField('Name', true), how: wordsField('How') },
  },
  frame: {
    title: 'Care and support plan',
    decided: null,
    fields: { title: wordsField('Title', true), reviewBy: dayField('Next review') },
  },
} as const;
