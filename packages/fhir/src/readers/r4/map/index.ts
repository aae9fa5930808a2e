import type { Content, SectionName } from '@ehch/clinical';
import type { RecordedSections } from '../../../recorded-view.ts';
import type { Steps } from '../../../steps.ts';
import type { PatientRecord } from '../record.ts';
import { identity } from './identity.ts';
import { limits } from './limits.ts';
import { allergies } from './allergies.ts';
import { openMatters } from './open-matters.ts';
import { alerts } from './alerts.ts';
import { aboutMe } from './about-me.ts';
import { frailty } from './frailty.ts';
import { news2 } from './news2.ts';
import { weight } from './weight.ts';
import { functionStory } from './function.ts';
import { scores } from './scores.ts';
import { medicines } from './medicines.ts';
import { problems } from './problems.ts';
import { events } from './events.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';

/** THE REGISTRY of concepts. Each makes one section from a record. Where it may take long, it gives way. */
export const CONCEPTS: {
  readonly [N in SectionName]: (
    record: PatientRecord,
  ) => Content<RecordedSections[N]> | Steps<Content<RecordedSections[N]>>;
} = {
  identity,
  limits,
  allergies,
  open: openMatters,
  alerts,
  aboutMe,
  frailty,
  news2,
  weight,
  function: functionStory,
  scores,
  medicines,
  problems,
  events,
  people,
  plan,
};
