// Named states of the plain path: nobody on a page, and a resident found by hand. All people are invented.
import {
  NOW,
  PLACE,
  states as summaries,
  toldView,
} from '../../packages/elements/src/resident-summary/resident-summary.fixtures.ts';
import type { RosterState, SideState } from '../../extension/src/messages/side-state.ts';

export type State<K extends SideState['kind']> = Extract<SideState, { kind: K }>;

/** States by name, each with what a person must find on the screen. */
export type NamedStates = Readonly<
  Record<string, { readonly state: SideState; readonly says: readonly RegExp[] }>
>;

export const READ = {
  state: 'read',
  asOf: '2026-11-21T14:05:00Z',
  stale: false,
  incomplete: false,
  residents: 30,
} as const satisfies RosterState;

export const MARGARET = {
  name: { family: 'Ashworth', given: ['Margaret', 'Anne'], title: 'Mrs', text: null },
  born: '1941-07-14',
};

const listed = {
  resident: 'r1',
  ...MARGARET,
  nhsNumber: { state: 'verified', value: '9990000018' },
  chiNumber: null,
  room: '12',
} as const;

export const byHand: State<'by-hand'> = {
  kind: 'by-hand',
  ctx: 'ctx-h',
  listed,
  by: 'nhs-number',
  since: '2026-11-21T14:20:00Z',
  until: '2026-11-21T14:30:00Z',
  isEnding: false,
  view: toldView(summaries.typical),
  place: PLACE,
  now: NOW,
};

export const choose: State<'by-hand-choose'> = {
  kind: 'by-hand-choose',
  ctx: 'ctx-h',
  found: [
    {
      ...listed,
      resident: 'r2',
      name: { family: 'Marlowe', given: ['Ida', 'Rose'], title: 'Miss', text: null },
      room: '4',
    },
    {
      ...listed,
      resident: 'r3',
      name: { family: 'Marlowe', given: ['Ivy'], title: 'Miss', text: null },
      nhsNumber: { state: 'none', why: null },
      room: null,
    },
  ],
  roster: READ,
};

const nobody = (
  why: State<'by-hand-nobody'>['why'],
  roster: RosterState = READ,
): State<'by-hand-nobody'> => ({
  kind: 'by-hand-nobody',
  why,
  roster,
});

export const notEnabled: State<'not-enabled'> = {
  kind: 'not-enabled',
  origin: 'https://app.careplanner.example',
  may: 'enable',
  offers: [{ title: 'Hearthside Diary (demonstration)', template: 'care-diary' }],
  roster: READ,
};

export const plainPathStates: NamedStates = {
  'not-enabled': {
    state: notEnabled,
    says: [
      /^Not enabled on app\.careplanner\.example$/m,
      /Nothing of this page is read\./,
      /Enable as Hearthside Diary/,
      /revoke it below at any time/,
    ],
  },
  'not-enabled, several systems are known': {
    state: {
      ...notEnabled,
      offers: [...notEnabled.offers, { title: 'Fernhill Record (demonstration)', template: 'gp-record' }],
    },
    says: [/Choose the system\./, /Enable as Hearthside Diary/, /Enable as Fernhill Record/],
  },
  'not-enabled, no template is known': {
    state: { ...notEnabled, may: 'ask-the-administrator', offers: [] },
    says: [
      /^Not enabled on app\.careplanner\.example$/m,
      /no template of its system is known/,
      /they can add this site/,
    ],
  },
  'not-enabled, the browser does not say which page it is': {
    state: { ...notEnabled, origin: null, may: 'ask-the-browser', offers: [] },
    says: [/^Not enabled on this page$/m, /press the EHCH Kit button of the toolbar/],
  },
  'not-enabled, a page that is never read': {
    state: { ...notEnabled, origin: 'http://10.20.30.40', may: 'never', offers: [] },
    says: [
      /^Not enabled on 10\.20\.30\.40$/m,
      /It cannot be enabled\./,
      /Find a resident by hand/,
      /List of residents: 30 people/,
    ],
  },
  'not-enabled, put away': {
    state: { ...notEnabled, putAway: { why: 'locked', at: '2026-11-21T14:30:00Z' } },
    says: [
      /^The resident was put away$/m,
      /Put away at 14:30, because the computer was locked\./,
      /^Not enabled on app\.careplanner\.example$/m,
    ],
  },
  'no-patient': {
    state: { kind: 'no-patient', roster: READ },
    says: [/No patient read on this page/, /List of residents: 30 people, read 21-Nov-2026 14:05\./],
  },
  'no-patient, list being read': {
    state: { kind: 'no-patient', roster: { state: 'reading' } },
    says: [/The list of residents is being read/, /Reading the list …/],
  },
  'no-patient, one home': {
    state: { kind: 'no-patient', roster: READ, home: 'Rowan Court' },
    says: [/If the patient lives in Rowan Court/, /Find a resident by hand/, /Take the copied number/],
  },
  'no-patient, put away': {
    state: { kind: 'no-patient', roster: READ, putAway: { why: 'time', at: '2026-11-21T14:30:00Z' } },
    says: [/The resident was put away/, /Put away at 14:30, after ten minutes without a press\./],
  },
  locked: { state: { kind: 'locked' }, says: [/^Locked$/m, /nothing of anybody is shown/] },
  'by-hand': {
    state: byHand,
    says: [
      /ASHWORTH, Margaret Anne \(Mrs\)/,
      /Chosen by hand at 14:20, not read from a screen/,
      /Stays until 14:30 without a press\./,
      /Put away/,
      /Keep ten more minutes/,
    ],
  },
  'by-hand, ending': {
    state: { ...byHand, isEnding: true },
    says: [/Put away at 14:30, within a minute\./],
  },
  'by-hand, loading': {
    state: { ...byHand, view: null },
    says: [/Loading the record\. Nothing is known yet\./],
  },
  'by-hand, CHI number': {
    state: {
      ...byHand,
      by: 'chi-number',
      listed: { ...listed, nhsNumber: { state: 'none', why: null }, chiNumber: '3102390048' },
    },
    says: [/CHI No\. \(Scotland\)\s+310 239 0048/],
  },
  'by-hand, number not verified': {
    state: {
      ...byHand,
      listed: { ...listed, nhsNumber: { state: 'unverified', value: '9990000018', why: 'Not traced' } },
    },
    says: [/999 000 0018 \(not verified: Not traced\)/, /NHS number not verified\. The list says so\./],
  },
  'by-hand-choose, two': {
    state: choose,
    says: [
      /2 residents have this name\. Which one\?/,
      /MARLOWE, Ida Rose \(Miss\)/,
      /Room\s+4/,
      /Room\s+Not known/,
      /NHS No\.\s+Not recorded/,
    ],
  },
  'by-hand-choose, one': {
    state: { ...choose, found: [listed] },
    says: [/Is this the resident\?/, /Born\s+14-Jul-1941/, /Show ASHWORTH, Margaret Anne \(Mrs\)/],
  },
  'by-hand-choose, numbers that nobody may go by': {
    state: {
      ...choose,
      found: [
        { ...listed, nhsNumber: { state: 'several', values: ['9990000018', '9990000026'] } },
        {
          ...listed,
          resident: 'r4',
          nhsNumber: { state: 'invalid', value: '9990000019' },
          chiNumber: '3102390048',
        },
        { ...listed, resident: 'r5', nhsNumber: { state: 'none', why: 'Overseas patient' } },
      ],
    },
    says: [
      /NHS No\.\s+999 000 0018 or 999 000 0026 \(records differ\)/,
      /NHS No\.\s+999 000 0019 \(not a valid NHS number\)/,
      /CHI No\. \(Scotland\)\s+310 239 0048/,
      /NHS No\.\s+Not recorded \(Overseas patient\)/,
    ],
  },
  'by-hand-differs': {
    state: { kind: 'by-hand-differs', ctx: 'ctx-d' },
    says: [/The page shows somebody else/, /Neither is shown\./, /Go on with the page/],
  },
  'by-hand-doubted': {
    state: { kind: 'by-hand-doubted', differs: 'born' },
    says: [/this may be another person/, /another date of birth than the list/],
  },
  'by-hand-nobody, list not read': {
    state: nobody('no-list', { state: 'reading' }),
    says: [/Nobody can be found yet/, /Press “Find” again/],
  },
  'by-hand-nobody, number': {
    state: nobody('number-not-on-list'),
    says: [/This number is not on the list/, /Check each digit/, /No server was asked/],
  },
  'by-hand-nobody, date of birth': {
    state: nobody('birth-date-differs'),
    says: [/The date of birth does not agree/, /nothing is shown/],
  },
  'by-hand-nobody, no whole date': {
    state: nobody('list-has-no-birth-date'),
    says: [/cannot be compared/],
  },
  'by-hand-nobody, several records': { state: nobody('several-records'), says: [/More than one record/] },
  'by-hand-nobody, several numbers': {
    state: nobody('several-numbers'),
    says: [/The record with this number has several NHS numbers/],
  },
  'by-hand-nobody, CHI number': { state: nobody('is-a-chi-number'), says: [/That is a CHI number/] },
  'by-hand-nobody, name': {
    state: nobody('name-not-on-list', { ...READ, stale: true }),
    says: [/Nobody on the list has this name and date of birth/, /This list is old\./],
  },
  'by-hand-nobody, too many': { state: nobody('too-many'), says: [/Press “Find” again in a minute/] },
};
