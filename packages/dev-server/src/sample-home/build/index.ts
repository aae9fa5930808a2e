import type { Resource } from '@medplum/fhirtypes';
import type { Resident } from '../resident.ts';
import { aboutMe } from './about-me.ts';
import { alerts } from './alerts.ts';
import { allergies } from './allergies.ts';
import { events } from './events.ts';
import { limits } from './limits.ts';
import { measures } from './measures.ts';
import { medicines } from './medicines.ts';
import { mobility } from './mobility.ts';
import { open } from './open.ts';
import { patient } from './patient.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { repeats } from './repeats.ts';
import { results } from './results.ts';
import { stay } from './stay.ts';
import { swallowing } from './swallowing.ts';
import { vitals } from './vitals.ts';

/** The registry of builders. Each writes one kind of content from a resident's story. */
export const BUILDERS: readonly ((resident: Resident) => readonly Resource[])[] = [
  (resident) => [patient(resident)],
  stay,
  people,
  limits,
  alerts,
  aboutMe,
  problems,
  allergies,
  swallowing,
  medicines,
  repeats,
  vitals,
  measures,
  results,
  mobility,
  plan,
  events,
  open,
];
