// Named states of the side panel, for tests and pictures. All people are invented.
import {
  NOW,
  PLACE,
  states as summaries,
  toldView,
} from '../../packages/elements/src/resident-summary/resident-summary.fixtures.ts';
import { accountsStates } from './accounts-states.ts';
import { MARGARET, plainPathStates, READ, type NamedStates, type State } from './plain-path-states.ts';
import { teachingStates } from './teaching-states.ts';

const ORIGIN = 'http://gp.localhost:8100';
const onScreen = { nhsNumber: '9990000018', born: '1941-07-14', family: 'Ashworth', given: 'Margaret Anne' };
const record = { ...MARGARET, nhsNumber: '9990000018' };
const sides = { origin: ORIGIN, onScreen, record };

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

/** Each state, and what a person must find on the screen. */
export const sideStates: NamedStates = {
  ...accountsStates,
  ...plainPathStates,
  ...teachingStates,
  'not-configured': { state: { kind: 'not-configured' }, says: [/^Not set up yet$/m] },
  'not-on-roster': {
    state: { kind: 'not-on-roster', roster: READ },
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
    state: { kind: 'not-on-roster', roster: { ...READ, stale: true, incomplete: true } },
    says: [/This list is old\./, /This list is not complete\./],
  },
  ambiguous: { state: { kind: 'ambiguous', roster: READ }, says: [/Not clear which patient is open/] },
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
