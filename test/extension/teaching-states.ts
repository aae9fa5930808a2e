// Named states of teaching a page. All people are invented.
import type { TaughtReading, TeachingNow } from '../../extension/src/messages/teaching.ts';
import { READ, type NamedStates, type State } from './plain-path-states.ts';

const ORIGIN = 'https://care.example.nhs.uk';
const NOTHING: TaughtReading = { nhsNumber: null, born: null, family: null, given: null };
const FIRST: TaughtReading = {
  nhsNumber: '9990000018',
  born: '1938-03-09',
  family: 'ASHWORTH-FEATHERSTONE',
  given: 'Doris May',
};
const SECOND: TaughtReading = { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: null };

const teaching = (now: TeachingNow): State<'teaching'> => ({
  kind: 'teaching',
  origin: ORIGIN,
  ctx: 'question',
  now,
});
const looks = {
  at: 'looks',
  first: FIRST,
  second: SECOND,
  isLooking: false,
  unproven: null,
  words: [],
} as const;

/** Each state, and what a person must find on the screen. */
export const teachingStates: NamedStates = {
  'not-enabled, may be taught': {
    state: {
      kind: 'not-enabled',
      origin: ORIGIN,
      may: 'enable',
      offers: [],
      teach: { origin: ORIGIN, hasDraft: false },
      roster: READ,
    },
    says: [/Not enabled on care\.example\.nhs\.uk/, /Point at it yourself/, /You need two patients/],
  },
  'not-enabled, with a draft': {
    state: {
      kind: 'not-enabled',
      origin: ORIGIN,
      may: 'enable',
      offers: [{ title: 'Fernhill Record', template: 'gp' }],
      teach: { origin: ORIGIN, hasDraft: true },
      roster: READ,
    },
    says: [/A draft is kept for this site\. It reads nobody/, /Go on with the draft/, /Point at it anew/],
  },
  'no-patient, may be taught': {
    state: { kind: 'no-patient', roster: READ, teach: { origin: ORIGIN, hasDraft: false } },
    says: [/No patient read on this page/, /Point at it yourself/],
  },
  'teaching, being covered': {
    state: teaching({ at: 'asking', wanted: 'nhsNumber', isCovered: false, trouble: null }),
    says: [/Point at the NHS number on the page/, /The page is being covered/, /Stop/],
  },
  'teaching, point at the number': {
    state: teaching({ at: 'asking', wanted: 'nhsNumber', isCovered: true, trouble: null }),
    says: [/Point at the NHS number on the page/, /dashed edge/],
  },
  'teaching, point at the given name': {
    state: teaching({ at: 'asking', wanted: 'given', isCovered: true, trouble: null }),
    says: [/Point at the given name on the page/, /Leave the given name out/],
  },
  'teaching, not a number': {
    state: teaching({
      at: 'asking',
      wanted: 'nhsNumber',
      isCovered: false,
      trouble: { why: 'not-understood', text: 'Hospital No. 4471' },
    }),
    says: [
      /The NHS number was not taken/,
      /The page says there: “Hospital No\. 4471”/,
      /ten digits/,
      /Point again/,
    ],
  },
  'teaching, in a frame': {
    state: teaching({
      at: 'asking',
      wanted: 'family',
      isCovered: false,
      trouble: { why: 'frame', text: null },
    }),
    says: [
      /The family name was not taken/,
      /An administrator can write an adapter/,
      /Leave the family name out/,
    ],
  },
  'teaching, is this the number': {
    state: teaching({
      at: 'picked',
      wanted: 'nhsNumber',
      label: 'NHS No.',
      choices: [{ ...NOTHING, nhsNumber: '9990000018' }],
    }),
    says: [
      /Is this the NHS number\?/,
      /999 000 0018/,
      /its check digit fits/,
      /“NHS No\.”/,
      /No, point again/,
    ],
  },
  'teaching, is this the date': {
    state: teaching({
      at: 'picked',
      wanted: 'dob',
      label: null,
      choices: [{ ...NOTHING, born: '1938-03-09' }],
    }),
    says: [/Is this the date of birth\?/, /09-Mar-1938/],
  },
  'teaching, which is the name': {
    state: teaching({
      at: 'picked',
      wanted: 'family',
      label: 'Patient name',
      choices: [
        { ...NOTHING, family: 'Featherstone', given: 'Doris May' },
        { ...NOTHING, family: 'Doris', given: 'May Featherstone' },
        { ...NOTHING, family: 'Doris May Featherstone' },
      ],
    }),
    says: [/Which is the family name\?/, /Family name: Featherstone; given name: Doris May/],
  },
  'teaching, trying': { state: teaching({ at: 'drafting' }), says: [/Trying the draft/, /Stop/] },
  'teaching, the draft': {
    state: teaching({
      at: 'draft',
      reading: { ...FIRST, given: null },
      words: ['Given name: nobody can see it: it is hidden, covered, cut off or transparent.'],
    }),
    says: [/What this draft reads on the page/, /999 000 0018/, /ASHWORTH-FEATHERSTONE/, /Keep as a draft/],
  },
  'teaching, open a second': {
    state: teaching({ ...looks, second: null }),
    says: [/Open a second person in your system, then press “Look”/, /999 000 0018/],
  },
  'teaching, two looks anew': {
    state: teaching({ ...looks, first: null, second: null }),
    says: [/Open a patient in your system, and press “Look”/],
  },
  'teaching, the same again': {
    state: teaching({ ...looks, second: FIRST, unproven: 'same-number' }),
    says: [/That is the first person again/, /Look again/],
  },
  'teaching, nobody read': {
    state: teaching({
      ...looks,
      second: null,
      unproven: 'nobody',
      words: ['NHS number: "path" leads to nothing. Compare its steps with the page, from the first.'],
    }),
    says: [/Nobody was read there/, /leads to nothing/],
  },
  'teaching, both right': {
    state: teaching(looks),
    says: [/Are both right\?/, /First/, /Second/, /999 000 0026/, /14-Jul-1941/, /Both are right/],
  },
  'teaching, confirmed': {
    state: teaching({ at: 'confirmed' }),
    says: [/care\.example\.nhs\.uk is read from now on/, /a list of patients, a search and a print view/],
  },
  'teaching, a list': {
    state: teaching({ at: 'wrong', why: 'no-path' }),
    says: [/Nothing was kept/, /a list of several people\?/, /Begin again/],
  },
  'teaching, page left': {
    state: teaching({ at: 'wrong', why: 'page-left' }),
    says: [/Nothing was kept/, /The page was left or loaded again/, /Begin again/],
  },
};
