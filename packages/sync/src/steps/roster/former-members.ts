import { isObject } from '@ehch/fhir';
import type { HomeMembers } from '@ehch/store';

export type Member = HomeMembers['members'][number];

/** A member who has left, and whose open matter keeps the copies here (SPEC L18). They are on no list of residents. */
export function asFormer({ resident, facts }: Member): Member {
  return { resident, facts: { ...(isObject(facts) && facts), hasLeft: true } };
}

export function isFormer({ facts }: Member): boolean {
  return isObject(facts) && facts['hasLeft'] === true;
}
