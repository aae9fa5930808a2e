import { EhchError } from '@ehch/clinical';
import { azure } from './azure.ts';
import { hapi } from './hapi.ts';
import { healthlake } from './healthlake.ts';
import { medplum } from './medplum.ts';
import type { Personality } from './personality.ts';
import { SINGLE_TRAITS } from './single-traits.ts';
import { OWN_TRAITS, type Traits } from './traits.ts';

/** The registry of personalities, by the name that options, headers and the command line use. */
export const PERSONALITIES: Readonly<Record<string, Personality>> = {
  hapi,
  medplum,
  azure,
  healthlake,
  ...SINGLE_TRAITS,
};

/** Names with their arguments, joined by commas, such as `hapi,index-lag:60`; or traits. */
export type PersonalityChoice = string | Partial<Traits>;

/** The traits of a choice. A later name wins over an earlier one. @throws {EhchError} `bad-argument` for a name unknown */
export function traitsOf(choice: PersonalityChoice): Traits {
  if (typeof choice !== 'string') return { ...OWN_TRAITS, ...choice };
  return choice
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .reduce((traits, part) => ({ ...traits, ...named(part) }), OWN_TRAITS);
}

function named(text: string): Partial<Traits> {
  const [name = '', argument = ''] = text.split(/:(.*)/s);
  const personality = Object.hasOwn(PERSONALITIES, name) ? PERSONALITIES[name] : undefined;
  if (personality) return personality.traits(argument);
  const known = Object.keys(PERSONALITIES).join(', ');
  throw new EhchError('bad-argument', `There is no personality of this name. Known: ${known}.`);
}
