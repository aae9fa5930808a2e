import type { ResidentSections, SectionName } from '../../resident/sections.ts';
import { SECTION_ORDER } from '../../resident/sections.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Content, Section } from '../../section.ts';
import { advise } from '../advise.ts';
import { SAMPLE_LADDER } from '../ladder.fixtures.ts';
import type { AgreedNow, Situation } from '../situation.ts';
import { sbard, type SbardInput } from './sbard.ts';

export const AT = '2026-11-20T14:20:00Z';
export const FACT = {
  id: '1',
  on: '2026-06-02',
  source: { label: 'GP record' },
  by: null,
  cautions: [],
} as const;

export function known<T>(content: Content<T>): Section<T> {
  return { state: 'known', content, asOf: AT, freshness: 'current', refresh: { state: 'idle' }, gaps: [] };
}

export const recorded = <T>(value: T) => known<T>({ kind: 'recorded', value });

/** A view in which every section is in one state, except for the given ones. */
export function view(all: Section<never>, but: Partial<ResidentView['sections']> = {}): ResidentView {
  const sections = Object.fromEntries(SECTION_ORDER.map((name: SectionName) => [name, all]));
  return {
    resident: 'mary',
    sections: { ...(sections as { [N in SectionName]: Section<ResidentSections[N]> }), ...but },
    sourceLabel: 'test',
  };
}

export const IDENTITY: ResidentSections['identity'] = {
  name: { family: 'Bell', given: ['Mary'], title: 'Mrs', text: null },
  preferredName: null,
  otherNames: [],
  born: '1941-07-14',
  gender: 'female',
  nhsNumber: { state: 'verified', value: '9990000018' },
  otherNumbers: [],
  death: { state: 'living' },
  stay: {
    home: 'Rowan Court',
    room: '12',
    since: null,
    kind: 'permanent',
    away: null,
    returned: null,
    ended: null,
  },
  gpPractice: null,
  cautions: [],
};

export const SEEN: Situation = {
  dangers: [],
  signs: [{ id: 'intake', usual: 'no' }],
  flags: [],
  isWorried: true,
  isInfectionPossible: null,
  observations: null,
};
export const AGREED: AgreedNow = {
  usual: 'not-set',
  cpr: { state: 'none-recorded' },
  lastDays: false,
  isPlanRead: true,
  planRow: null,
  variation: null,
};

export function said(change: Partial<SbardInput> = {}): readonly string[] {
  const situation = change.situation ?? SEEN;
  const agreed = change.agreed ?? AGREED;
  const parts = sbard({
    caller: {
      name: 'Sam Okafor',
      role: 'carer',
      home: 'Rowan Court',
      address: '1 Mill Lane, XX1 1XX',
      access: null,
      phone: null,
    },
    about: view(known({ kind: 'not-recorded' }), { identity: recorded(IDENTITY) }),
    situation,
    agreed,
    advice: advise(SAMPLE_LADDER, situation, agreed),
    words: 'Not herself since breakfast',
    since: 'breakfast',
    think: '',
    done: [],
    now: AT,
    ...change,
  });
  return parts.flatMap(({ lines }) => lines);
}
