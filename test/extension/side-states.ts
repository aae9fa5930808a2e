// Named states of the side panel, for tests and pictures. All people are invented.
import {
  NOW,
  PLACE,
  states as summaries,
  toldView,
} from '../../packages/elements/src/resident-summary/resident-summary.fixtures.ts';
import type { RosterState, SideState, SitesTold } from '../../extension/src/messages/side-state.ts';

const ORIGIN = 'http://gp.localhost:8100';
const read: RosterState = {
  state: 'read',
  asOf: '2026-11-21T14:05:00Z',
  stale: false,
  incomplete: false,
  residents: 30,
};
const onScreen = { nhsNumber: '9990000018', born: '1941-07-14', family: 'Ashworth', given: 'Margaret Anne' };
const record = {
  name: { family: 'Ashworth', given: ['Margaret', 'Anne'], title: 'Mrs', text: null },
  born: '1941-07-14',
  nhsNumber: '9990000018',
};
const sides = { origin: ORIGIN, onScreen, record };

type State<K extends SideState['kind']> = Extract<SideState, { kind: K }>;

export const shown: State<'shown'> = {
  kind: 'shown',
  ctx: 'ctx-a',
  ...sides,
  warns: [],
  view: toldView(summaries.typical),
  place: PLACE,
  now: NOW,
};

/** A view in which nothing is recorded. */
export const empty = summaries.empty.view;

/** Another person, with nothing known yet. */
export const another: State<'shown'> = {
  ...shown,
  ctx: 'ctx-b',
  onScreen: { nhsNumber: '9990000026', born: '1938-02-02', family: 'Okafor', given: 'James' },
  record: {
    name: { family: 'Okafor', given: ['James'], title: 'Mr', text: null },
    born: '1938-02-02',
    nhsNumber: '9990000026',
  },
  view: null,
};

const blocked: State<'blocked'> = {
  kind: 'blocked',
  ctx: 'ctx-a',
  ...sides,
  record: { ...record, born: '1941-01-14' },
  differs: ['born'],
  why: 'differs',
};

export const confirm: State<'confirm'> = {
  kind: 'confirm',
  ctx: 'ctx-a',
  ...sides,
  onScreen: { ...onScreen, family: 'Ashcroft' },
  warns: ['name-differs'],
};

const listed = {
  resident: 'r1',
  name: record.name,
  born: '1941-07-14',
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
  view: shown.view,
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
  roster: read,
};

const nobody = (
  why: State<'by-hand-nobody'>['why'],
  roster: RosterState = read,
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
  roster: read,
};

/** The list of enabled sites below each state: none, and as many kinds as there are, with settings that are refused. */
export const siteLists: Record<string, { readonly told: SitesTold; readonly says: readonly RegExp[] }> = {
  none: {
    told: { kind: 'sites', sites: [], refused: [] },
    says: [/Enabled sites: 0/, /No page is read\./],
  },
  'of every kind, and settings that are refused': {
    told: {
      kind: 'sites',
      sites: [
        {
          origin: 'https://record.practice.example.nhs.uk:8443',
          title: 'Fernhill Record',
          from: 'managed',
          canBeRevoked: true,
        },
        {
          origin: 'https://app.careplanner.example',
          title: 'Hearthside Diary',
          from: 'bound',
          canBeRevoked: true,
        },
        { origin: 'https://own.example', title: 'Our own list', from: 'taught', canBeRevoked: true },
        { origin: 'http://gp.localhost', title: 'Fernhill Record', from: 'built-in', canBeRevoked: false },
      ],
      refused: [
        'Managed adapter 2 is not used: “match 1 pathPrefix” is missing or has another form: begin it with “/”, and leave out “//”, “..”, “*” and “?”.',
      ],
    },
    says: [
      /Enabled sites: 4/,
      /record\.practice\.example\.nhs\.uk:8443, read as Fernhill Record, given by your organisation\./,
      /app\.careplanner\.example, read as Hearthside Diary, enabled in this browser\./,
      /own\.example, read as Our own list, taught in this browser\./,
      /gp\.localhost, read as Fernhill Record, came with this extension\./,
      /Settings that are not used: 1/,
      /For the administrator of this browser:/,
      /Managed adapter 2 is not used/,
    ],
  },
};

/** Each state, and what a person must find on the screen. */
export const sideStates: Record<string, { readonly state: SideState; readonly says: readonly RegExp[] }> = {
  'not-configured': { state: { kind: 'not-configured' }, says: [/^Not set up yet$/m] },
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
    state: { kind: 'no-patient', roster: read },
    says: [/No patient read on this page/, /List of residents: 30 people, read 21-Nov-2026 14:05\./],
  },
  'no-patient, list being read': {
    state: { kind: 'no-patient', roster: { state: 'reading' } },
    says: [/The list of residents is being read/, /Reading the list …/],
  },
  'no-patient, one home': {
    state: { kind: 'no-patient', roster: read, home: 'Rowan Court' },
    says: [/If the patient lives in Rowan Court/, /Find a resident by hand/, /Take the copied number/],
  },
  'no-patient, put away': {
    state: { kind: 'no-patient', roster: read, putAway: { why: 'time', at: '2026-11-21T14:30:00Z' } },
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
    says: [/999 000 0018 \(not verified\)/, /NHS number not verified\. The list says so\./],
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
      ],
    },
    says: [
      /NHS No\.\s+999 000 0018 or 999 000 0026 \(records differ\)/,
      /NHS No\.\s+999 000 0019 \(not a valid NHS number\)/,
      /CHI No\. \(Scotland\)\s+310 239 0048/,
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
    state: nobody('name-not-on-list', { ...read, stale: true }),
    says: [/Nobody on the list has this name and date of birth/, /This list is old\./],
  },
  'by-hand-nobody, too many': { state: nobody('too-many'), says: [/Press “Find” again in a minute/] },
  'not-on-roster': {
    state: { kind: 'not-on-roster', roster: read },
    says: [/Not on the list of residents/, /No server was asked about this patient/, /Read the list again/],
  },
  'not-on-roster, list never read': {
    state: { kind: 'not-on-roster', roster: { state: 'unread' } },
    says: [/Nobody can be looked up yet/, /is not known/],
  },
  'not-on-roster, list failed': {
    state: { kind: 'not-on-roster', roster: { state: 'failed', at: '2026-11-21T14:05:00Z' } },
    says: [
      /Nobody can be looked up yet/,
      /The list of residents could not be read \(tried 21-Nov-2026 14:05\)/,
    ],
  },
  'not-on-roster, list old and in part': {
    state: { kind: 'not-on-roster', roster: { ...read, stale: true, incomplete: true } },
    says: [/This list is old\./, /This list is not complete\./],
  },
  ambiguous: { state: { kind: 'ambiguous', roster: read }, says: [/Not clear which patient is open/] },
  'too-many': { state: { kind: 'too-many' }, says: [/Many residents within a minute/, /comes by itself/] },
  'blocked, birth date': {
    state: blocked,
    says: [/Date of birth differs\. gp\.localhost: 14-Jul-1941\. Record: 14-Jan-1941\./],
  },
  'blocked, host shows no birth date': {
    state: {
      ...blocked,
      onScreen: { ...onScreen, born: null },
      why: 'host-shows-no-birth-date',
    },
    says: [/No date of birth on this page\. gp\.localhost shows none/],
  },
  'blocked, record has no birth date': {
    state: { ...blocked, record: { ...record, born: '1941' }, why: 'record-has-no-birth-date' },
    says: [/No whole date of birth in the record/],
  },
  'blocked, several records': {
    state: { ...blocked, differs: [], why: 'several-records' },
    says: [/More than one record has this NHS number/],
  },
  'blocked, NHS number': {
    state: { ...blocked, record: { ...record, nhsNumber: '9990000026' }, differs: ['nhs-number'] },
    says: [/NHS number differs\. gp\.localhost: 999 000 0018\. Record: 999 000 0026\./],
  },
  confirm: {
    state: confirm,
    says: [
      /Is this the same person\?/,
      /Name differs\. gp\.localhost: ASHCROFT, Margaret Anne\. Record: ASHWORTH, Margaret Anne \(Mrs\)\./,
      /Same person: show the record/,
    ],
  },
  'confirm, number not verified and no name': {
    state: {
      ...confirm,
      onScreen: { ...onScreen, family: null, given: null },
      warns: ['number-not-verified', 'host-shows-no-name'],
    },
    says: [/NHS number not verified\./, /No name to compare\. gp\.localhost shows none/],
  },
  loading: {
    state: { ...shown, view: null },
    says: [/ASHWORTH, Margaret Anne \(Mrs\)/, /Loading the record\. Nothing is known yet\./],
  },
  shown: {
    state: shown,
    says: [
      /ASHWORTH, Margaret Anne \(Mrs\)/,
      /Born\s+14-Jul-1941 \(85y\)/,
      /NHS No\.\s+999 000 0018/,
      /Preferred name\s+Peggy/,
      /As in gp\.localhost\s+✓ matches/,
    ],
  },
  'shown, name differs': {
    state: { ...shown, onScreen: confirm.onScreen, warns: ['name-differs'] },
    says: [/▲ Name differs\./, /Confirmed here as the same person\./],
  },
};
