import type { SectionName } from '../resident/sections.ts';
import type { PartName } from './parts.ts';

/** A set of sections that one kind of staff sees. */
export type ViewName = 'registered' | 'unregistered' | 'visitor' | 'meal-card' | 'least';

/** How much of a section a view shows: all of it, nothing, or one part by its name. */
export type Sight = 'whole' | 'withheld' | PartName;

type View = { readonly [N in SectionName]: Sight };

const NOTHING: View = {
  identity: 'withheld',
  limits: 'withheld',
  allergies: 'withheld',
  open: 'withheld',
  alerts: 'withheld',
  aboutMe: 'withheld',
  frailty: 'withheld',
  news2: 'withheld',
  weight: 'withheld',
  function: 'withheld',
  scores: 'withheld',
  medicines: 'withheld',
  problems: 'withheld',
  events: 'withheld',
  people: 'withheld',
  plan: 'withheld',
};

/** Who is meant, so that no worry and no meal is another resident's. Of the worries those that this person raised. */
const LEAST: View = { ...NOTHING, identity: 'whole', open: 'own-worries' };

/** What has to be known before somebody eats or drinks, wherever the record says it. */
const MEAL_CARD: View = {
  ...LEAST,
  allergies: 'whole',
  function: 'swallowing',
  medicines: 'swallowing',
  problems: 'swallowing',
};

/**
 * The views, section by section [P]. "Care homes view of shared care records 2025" (PRSB, 1.0.0, 12 December 2025) defines two, for
 * registered and for unregistered staff. Its lists could not be read, so ours are proposed. Agreed limits and allergies stand in both,
 * because nobody may be harmed for want of them.
 */
export const VIEWS: { readonly [Name in ViewName]: View } = {
  registered: {
    identity: 'whole',
    limits: 'whole',
    allergies: 'whole',
    open: 'whole',
    alerts: 'whole',
    aboutMe: 'whole',
    frailty: 'whole',
    news2: 'whole',
    weight: 'whole',
    function: 'whole',
    scores: 'whole',
    medicines: 'whole',
    problems: 'whole',
    events: 'whole',
    people: 'whole',
    plan: 'whole',
  },
  unregistered: {
    identity: 'whole',
    limits: 'whole',
    allergies: 'whole',
    open: 'whole',
    // An alert about safeguarding may name whoever is on shift.
    alerts: 'care-alerts',
    aboutMe: 'whole',
    // An index over the whole history says nothing that a carer does next.
    frailty: 'withheld',
    news2: 'whole',
    weight: 'whole',
    function: 'whole',
    // Tests of memory and mood.
    scores: 'withheld',
    medicines: 'whole',
    problems: 'whole',
    // Letters, messages and whole forms are written for whoever they name.
    events: 'care-events',
    people: 'whole',
    plan: 'whole',
  },
  // A visitor brings cake, and has to know of an infection before the door.
  visitor: { ...MEAL_CARD, alerts: 'visit-alerts', aboutMe: 'whole' },
  'meal-card': MEAL_CARD,
  least: LEAST,
};
