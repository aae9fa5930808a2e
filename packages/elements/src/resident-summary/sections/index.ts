import type { SectionRenderer } from '../../internal/section-frame.ts';
import { limits } from './limits.ts';
import { allergies } from './allergies.ts';
import { open } from './open.ts';
import { alerts } from './alerts.ts';
import { aboutMe } from './about-me.ts';
import { frailty } from './frailty.ts';
import { news2 } from './news2.ts';
import { weight } from './weight.ts';
import { functioning } from './function.ts';
import { scores } from './scores.ts';
import { medicines } from './medicines.ts';
import { problems } from './problems.ts';
import { events } from './events.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';

/** The sections below the identity, in the one order of screen, print and accessibility tree. */
export const sections: readonly SectionRenderer[] = [
  limits,
  allergies,
  open,
  alerts,
  aboutMe,
  frailty,
  news2,
  weight,
  functioning,
  scores,
  medicines,
  problems,
  events,
  people,
  plan,
];
