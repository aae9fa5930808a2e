import { day, field, oneOf, words } from './field-form.ts';

/** Who says so is part of what is said: another person's words are not hers. */
const saidBy = { saidBy: words('Said by', true) };

/** The kinds that people say and agree, in the order of the card. */
export const SPOKEN_KINDS = {
  conversation: {
    title: 'The conversation about the future',
    isDecision: false,
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
      why: words('Why'),
      with: words('Talked with'),
    },
  },
  unwell: {
    title: 'If I become unwell',
    isDecision: false,
    fields: {
      situation: words('Situation', true),
      place: oneOf('Stay or go', {
        stay: 'Stay here',
        hospital: 'Go to hospital',
        'ask-first': 'Ask first',
      }),
      words: words('What to do'),
      ring: words('Whom to call'),
      agreedWith: words('Agreed with', true),
      agreedOn: day('Agreed on', true),
    },
  },
  anticipatory: {
    title: 'Anticipatory medicines',
    isDecision: false,
    fields: {
      state: oneOf(
        'In the home',
        { 'in-the-home': 'In the home', 'not-in-the-home': 'Not in the home', ordered: 'Ordered' },
        true,
      ),
      what: words('Which'),
      where: words('Where'),
      expires: day('Expires'),
      mayGive: words('Who may give them'),
      checkedOn: day('Checked on'),
    },
  },
  'about-me': {
    title: 'About me',
    isDecision: false,
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
      text: words('In my words', true),
      ...saidBy,
    },
  },
  comfort: {
    title: 'How to be with me',
    isDecision: false,
    fields: {
      about: oneOf(
        'About',
        { communicate: 'How I communicate', calms: 'What calms me', pain: 'How I show pain' },
        true,
      ),
      text: words('In words', true),
      ...saidBy,
    },
  },
  self: {
    title: 'Who I am',
    isDecision: false,
    fields: {
      about: oneOf('About', { partner: 'My partner', pronouns: 'My pronouns', faith: 'My faith' }, true),
      text: words('In words', true),
    },
  },
  goal: {
    title: 'A goal of mine',
    isDecision: false,
    fields: {
      want: words('What I want to do again', true),
      step: words('Today’s step'),
      with: words('Who with'),
      ...saidBy,
      due: day('By'),
    },
  },
  action: {
    title: 'Action',
    isDecision: false,
    fields: {
      what: words('What', true),
      owner: words('Who does it', true),
      due: day('By', true),
      state: oneOf(
        'How far it is',
        { 'to-do': 'To do', 'under-way': 'Under way', done: 'Done', 'not-done': 'Not done' },
        true,
      ),
    },
  },
  told: {
    title: 'Who may be told what',
    isDecision: false,
    fields: {
      person: words('Who', true),
      may: words('May be told'),
      mustNot: words('Must not be told'),
    },
  },
  sharing: {
    title: 'Basis of sharing',
    isDecision: false,
    fields: {
      basis: oneOf('Basis', { 'direct-care': 'Direct care', objection: 'Objection recorded' }, true),
      words: words('In words'),
    },
  },
  decide: {
    title: 'What we will decide together',
    isDecision: false,
    fields: {
      situation: words('What it is about', true),
      ask: words('Who can be asked'),
      by: day('By'),
    },
  },
  choice: {
    title: 'One choice',
    isDecision: false,
    fields: {
      of: field('Decision', { kind: 'line' }, true),
      choice: words('Choice', true),
      means: words('What it means for me', true),
    },
  },
  helped: {
    title: 'Who helped to make this plan',
    isDecision: false,
    fields: { name: words('Name', true), how: words('How') },
  },
  frame: {
    title: 'Care and support plan',
    isDecision: false,
    fields: { title: words('Title', true), reviewBy: day('Next review') },
  },
} as const;
