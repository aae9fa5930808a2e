import type {
  Contact,
  Known,
  Medicine,
  News2Entry,
  PlaceConfiguration,
  Recorded,
  ResidentSections,
  ResidentView,
  SectionName,
  Spo2Target,
} from '@ehch/clinical';
import { scoreNews2 } from '@ehch/clinical/instruments';

// All people, homes and practices here are invented. NHS numbers come from the 999 test range.

/** Saturday afternoon at Rowan Court, in every state. */
export const NOW = '2026-11-21T14:20:00Z';

let ids = 0;

/** When, from where and by whom. */
export function rec(
  on: string | null,
  label = 'GP record',
  by: [string | null, string | null] | null = null,
): Recorded {
  ids += 1;
  return {
    id: `fact-${ids}`,
    on,
    source: { label },
    by: by === null ? null : { name: by[0], role: by[1] },
    cautions: [],
  };
}

const HOME = 'Rowan Court';
const GP: [string, string] = ['Dr P. Adeyemi', 'GP'];
const NURSE: [string, string] = ['Grace Mensah', 'registered nurse'];

export function recorded<T>(value: T, part: Partial<Known<T>> = {}): Known<T> {
  return known({ kind: 'recorded', value }, part);
}

export function known<T>(content: Known<T>['content'], part: Partial<Known<T>> = {}): Known<T> {
  return {
    state: 'known',
    content,
    asOf: '2026-11-21T14:18:00Z',
    freshness: 'current',
    refresh: { state: 'idle' },
    gaps: [],
    ...part,
  };
}

export function medicine(part: Partial<Medicine> & Pick<Medicine, 'generic'>): Medicine {
  return {
    ...rec('2026-10-02', 'GP record'),
    brand: null,
    form: 'tablet',
    dose: null,
    route: 'oral',
    instructions: 'once a day',
    use: 'regular',
    status: 'in-use',
    started: null,
    stopped: null,
    indication: null,
    statusReason: null,
    highRisk: [],
    ...part,
  };
}

type News2Values = Parameters<typeof scoreNews2>[0];
const WELL: News2Values = {
  rr: 16,
  spo2: 96,
  scale: 1,
  oxygen: false,
  sbp: 124,
  pulse: 78,
  acvpu: 'A',
  temp: 36.6,
};

export function news2(on: string, values: News2Values = {}): News2Entry {
  const { single3: _single3, monitoring: _monitoring, ...score } = scoreNews2({ ...WELL, ...values });
  return { ...rec(on, HOME, NURSE), score, importedTotal: null, disagrees: false };
}

/** A set on a scale that a record in doubt is alone in asking for. Nobody has settled it, so both totals stand. */
export function unsettledNews2(on: string, values: News2Values = {}): News2Entry {
  const open: News2Values = { ...values, scale: null, recordedScale: 2 };
  return { ...news2(on, open), scale: null, onScale: scoreNews2({ ...WELL, ...open }).onScale };
}

/** What that record says. */
export const TARGET_IN_DOUBT: Spo2Target = {
  ...rec('2026-09-02', 'Hospital letter'),
  cautions: ['unconfirmed'],
  low: 88,
  high: 92,
  scale: 2,
  isScaleOpen: true,
  text: '88–92 %',
};

/** A firm set, and a later and lower one that may be somebody else's. */
export const LATER_IN_DOUBT: readonly News2Entry[] = [
  { ...news2('2026-11-21T13:50:00Z'), cautions: ['mistaken-in-words'] },
  news2('2026-11-21T06:00:00Z', { rr: 25, temp: 38.6, spo2: 93 }),
];

/** A daughter who has a new number, and the one on which nobody answers any more. */
export const NUMBER_ENDED: Contact = {
  ...rec('2024-02-19', HOME),
  name: 'Helen Ashworth',
  relation: 'daughter',
  phones: ['07700 900118'],
  roles: ['next of kin', 'first contact'],
  until: null,
  more: [{ name: 'phone, no longer in use, until 01-Nov-2026', text: '01632 960345' }],
};

/** A record that arrived without a section. A page's own code can hand one over, whatever its types say. */
export const NO_SECTIONS = JSON.parse(
  '{"resident":"resident-1","sourceLabel":"Hollin Vale shared record"}',
) as ResidentView;

export const PLACE: PlaceConfiguration = {
  id: 'hollin-vale',
  title: 'Hollin Vale care homes',
  version: '3',
  owner: 'Hollin Vale Primary Care Network',
  dated: '2026-10-01',
  signedOff: null,
  homes: [
    {
      id: 'rowan-court',
      name: HOME,
      kind: 'nursing',
      roster: { kind: 'group', id: 'rowan-court' },
      practice: 'Hollin Surgery',
    },
  ],
  bankHolidays: ['2026-12-25', '2026-12-28'],
  staleAfterMinutes: 60,
  contacts: [
    {
      id: 'practice',
      name: 'Hollin Surgery',
      phone: '01632 960018',
      hours: [{ days: 'working-days', from: '08:00', to: '18:30' }],
    },
    {
      id: 'ucr',
      name: 'Hollin Vale urgent community response',
      phone: '01632 960120',
      hours: [{ days: 'every-day', from: '08:00', to: '20:00' }],
    },
  ],
};

export const MEDICINES: readonly Medicine[] = [
  medicine({
    generic: 'apixaban',
    dose: { value: 2.5, unit: 'mg' },
    instructions: 'twice a day',
    indication: 'atrial fibrillation',
    started: '2024-03-11',
    highRisk: ['anticoagulant'],
  }),
  medicine({
    generic: 'co-careldopa',
    brand: 'Sinemet',
    dose: { value: 125, unit: 'mg' },
    instructions: 'at 07:00, 11:00, 15:00 and 19:00',
    indication: 'Parkinson’s disease',
    started: '2022-06',
    highRisk: ['parkinsons'],
  }),
  medicine({
    generic: 'bisoprolol',
    dose: { value: 2.5, unit: 'mg' },
    instructions: 'in the morning',
    started: '2024-03-11',
  }),
  medicine({ generic: 'atorvastatin', dose: { value: 20, unit: 'mg' }, instructions: 'at night' }),
  medicine({ generic: 'colecalciferol', form: 'capsule', dose: { value: 800, unit: 'unit' } }),
  medicine({
    generic: 'macrogol 3350 with electrolytes',
    brand: 'Laxido',
    form: 'oral powder',
    dose: { value: 1, unit: 'sachet' },
    instructions: 'twice a day',
  }),
  medicine({
    generic: 'donepezil',
    dose: { value: 10, unit: 'mg' },
    instructions: 'at night',
    started: '2023-09',
  }),
  medicine({
    generic: 'paracetamol',
    dose: { value: 1000, unit: 'mg' },
    instructions: 'up to four times a day',
    use: 'as-required',
  }),
  medicine({
    generic: 'lactulose',
    form: 'oral solution',
    dose: { value: 15, unit: 'mL' },
    instructions: 'twice a day',
    use: 'as-required',
  }),
  medicine({
    generic: 'furosemide',
    dose: { value: 40, unit: 'mg' },
    instructions: 'in the morning',
    status: 'stopped',
    stopped: '2026-11-16',
    statusReason: 'dizzy on standing',
  }),
];

export const SECTIONS: ResidentSections = {
  identity: {
    name: { family: 'Ashworth', given: ['Margaret', 'Anne'], title: 'Mrs', text: null },
    preferredName: 'Peggy',
    otherNames: [],
    born: '1941-07-14',
    gender: 'female',
    nhsNumber: { state: 'verified', value: '9990000018' },
    otherNumbers: [],
    death: { state: 'not-stated' },
    stay: {
      home: HOME,
      room: '12',
      since: '2024-02-19',
      kind: 'permanent',
      away: null,
      returned: null,
      ended: null,
    },
    gpPractice: { name: 'Hollin Surgery', usualForThisHome: true },
    cautions: [],
    sameName: [
      {
        name: { family: 'Ashforth', given: ['Margaret'], title: 'Miss', text: null },
        room: '7',
        born: '1940-02-11',
      },
    ],
  },
  limits: {
    wishes: [
      {
        ...rec('2026-06-02', HOME, ['Peggy Ashworth', 'in her own words']),
        text: 'Stay in the home unless I have broken a bone.',
      },
    ],
    cpr: [
      {
        ...rec('2026-06-02', 'GP record', GP),
        decision: 'do-not-attempt',
        reviewBy: '2027-06-02',
        originalAt: 'red folder, office',
      },
    ],
    documents: [
      {
        ...rec('2026-06-02', 'GP record', GP),
        title: 'ReSPECT form',
        status: 'current',
        originalAt: 'red folder, office',
        reviewBy: '2027-06-02',
      },
    ],
    decisions: [{ ...rec('2026-06-02', HOME, NURSE), kind: 'preferred-place-of-death', text: 'Rowan Court' }],
    decisionMakers: [
      {
        ...rec('2023-01-17', 'GP record'),
        name: 'Helen Ashworth',
        relation: 'daughter',
        authority: 'lasting power of attorney, health and welfare',
      },
    ],
    lastDays: null,
  },
  allergies: [
    {
      ...rec('2009-05', 'GP record'),
      substance: 'penicillin',
      kind: 'allergy',
      category: ['medication'],
      criticality: 'high',
      reactions: [
        { text: 'rash', severity: 'moderate' },
        { text: 'swelling of the face', severity: null },
      ],
      status: 'active',
      lastReaction: '2009',
    },
    {
      ...rec('2019-11-04', 'GP record', GP),
      substance: 'codeine',
      kind: 'intolerance',
      category: ['medication'],
      criticality: 'low',
      reactions: [{ text: 'severe constipation', severity: null }],
      status: 'active',
      lastReaction: null,
    },
  ],
  open: [
    {
      ...rec('2026-11-21T09:12:00Z', HOME, NURSE),
      kind: 'worry',
      text: 'More muddled than usual since last night, drinking less.',
      urgency: 'urgent',
      owner: 'Hollin Surgery',
      due: null,
      progress: { state: 'seen', by: 'Priya Nair, care coordinator', at: '2026-11-21T09:20:00Z' },
    },
    {
      ...rec('2026-11-17T10:05:00Z', 'GP record', GP),
      kind: 'action',
      text: 'Repeat kidney function two weeks after stopping furosemide.',
      urgency: 'routine',
      owner: 'Hollin Surgery',
      due: '2026-11-30',
      progress: {
        state: 'answered',
        by: 'Dr P. Adeyemi',
        at: '2026-11-17T10:05:00Z',
        promisedBy: '2026-11-30T17:00:00Z',
      },
    },
  ],
  alerts: [
    {
      ...rec('2026-02-03', 'GP record', GP),
      kind: 'reasonable-adjustment',
      text: 'Face her and speak slowly; hearing aid in the left ear.',
      until: null,
    },
    {
      ...rec('2026-04-20', HOME, NURSE),
      kind: 'deprivation-of-liberty',
      text: 'standard authorisation',
      until: '2027-04-19',
    },
    {
      ...rec('2026-11-20', HOME),
      kind: 'same-name',
      text: 'Another resident here has the same or a similar name',
      until: null,
    },
  ],
  aboutMe: {
    entries: [
      {
        ...rec('2026-06-02', HOME, ['Peggy Ashworth', null]),
        heading: 'communication',
        text: 'I hear best on my left. Give me time to answer.',
      },
      {
        ...rec('2026-06-02', HOME, ['Peggy Ashworth', null]),
        heading: 'what-matters',
        text: 'Chapel on Sundays, and my daughter’s visits.',
      },
      {
        ...rec('2026-06-02', HOME, ['Helen Ashworth', 'daughter']),
        heading: 'wellness',
        text: 'When she is well she hums while she knits.',
      },
    ],
    languages: [{ name: 'English', preferred: true }],
    interpreter: false,
  },
  frailty: {
    cfs: [
      {
        ...rec('2026-06-02', 'GP record', GP),
        level: 7,
        group: 'levels-7-and-8',
        version: '2.0',
        warnings: [],
      },
      {
        ...rec('2025-05-13', 'GP record', GP),
        level: 6,
        group: 'levels-4-to-6',
        version: '2.0',
        warnings: [],
      },
    ],
    indices: [
      {
        ...rec('2026-10-01', 'GP record'),
        name: 'eFI',
        value: 0.39,
        deficits: { present: 14, considered: 36 },
        band: 'severe',
        roundedSource: false,
      },
    ],
    statements: [],
  },
  news2: {
    scores: [
      news2('2026-11-21T09:05:00Z', { rr: 21, spo2: 94, pulse: 92 }),
      news2('2026-11-14T10:00:00Z', { rr: 21 }),
      news2('2026-11-07T10:10:00Z', { spo2: 95, pulse: 92 }),
      news2('2026-10-31T09:45:00Z', { spo2: 95 }),
      news2('2026-10-24T10:20:00Z', { rr: 21 }),
    ],
    usual: { ...rec('2026-06-02', 'GP record', GP), total: 2 },
    observations: [],
  },
  weight: {
    weights: [
      { ...rec('2026-11-03', HOME), value: 48.2, unit: 'kg' },
      { ...rec('2026-10-06', HOME), value: 49.1, unit: 'kg' },
      { ...rec('2026-09-01', HOME), value: 49.8, unit: 'kg' },
      { ...rec('2026-08-04', HOME), value: 50.4, unit: 'kg' },
      { ...rec('2026-07-07', HOME), value: 50.6, unit: 'kg' },
    ],
    height: null,
    bmi: { ...rec('2026-11-03', HOME), value: 19.8, unit: 'kg/m2' },
  },
  function: {
    scores: [
      { ...rec('2026-09-15', HOME, NURSE), instrument: 'barthel', version: '0-20', total: 7 },
      { ...rec('2026-03-10', HOME, NURSE), instrument: 'barthel', version: '0-20', total: 10 },
    ],
    statements: [{ ...rec('2026-11-10', HOME, NURSE), text: 'Stands with one person and a frame.' }],
  },
  scores: [
    {
      ...rec('2026-10-01', HOME, NURSE),
      instrument: 'weight-change',
      title: 'Weight change',
      said: {
        result: '11 % (lost)',
        version: 'per cent of the previous weight',
        beside: ['over 92 days'],
        parts: ['Previous weight: 50.6 kg', 'Weight now: 45 kg'],
        cautions: ['fluid (oedema): the number is too high, and nothing was adjusted'],
      },
    },
  ],
  medicines: {
    medicines: MEDICINES,
    reviewed: {
      ...rec('2026-10-02', 'GP record', ['Tom Birch', 'pharmacist']),
      text: 'Structured medication review',
    },
  },
  problems: [
    problem('2023-08-22', 'Alzheimer’s dementia', 'moderate'),
    problem('2022-06', 'Parkinson’s disease'),
    problem('2024-03-11', 'Atrial fibrillation'),
    problem('2018', 'Osteoporosis'),
    problem('2021-04', 'Chronic kidney disease stage 3'),
    { ...problem('2025-12-03', 'Urinary tract infection'), status: 'resolved', ended: '2025-12-14' },
  ],
  events: [
    {
      ...rec('2026-11-18T06:40:00Z', HOME, NURSE),
      kind: 'fall',
      text: 'Found on the floor beside her bed, no injury seen.',
      until: null,
      notDone: null,
    },
    {
      ...rec('2026-10-07', 'GP record'),
      kind: 'vaccination',
      text: 'Influenza vaccine',
      until: null,
      notDone: null,
    },
    {
      ...rec('2026-10-07', 'GP record'),
      kind: 'vaccination',
      text: 'COVID-19 vaccine',
      until: null,
      notDone: { why: 'declined' },
    },
    {
      ...rec('2025-12-05', 'discharge summary'),
      kind: 'hospital-stay',
      text: 'Hollin General, urinary tract infection',
      until: '2025-12-11',
      notDone: null,
    },
  ],
  people: {
    contacts: [
      {
        ...rec('2024-02-19', HOME),
        name: 'Helen Ashworth',
        relation: 'daughter',
        phones: ['01632 960345', '07700 900118'],
        roles: ['next of kin', 'first contact'],
        until: null,
      },
    ],
    team: [
      {
        ...rec('2026-01-05', 'GP record'),
        name: 'Dr P. Adeyemi',
        role: 'GP',
        organisation: 'Hollin Surgery',
        phones: ['01632 960018'],
        until: null,
      },
      {
        ...rec('2026-01-05', HOME),
        name: 'Grace Mensah',
        role: 'named nurse',
        organisation: HOME,
        phones: [],
        until: null,
      },
    ],
  },
  plan: {
    plans: [
      {
        ...rec('2026-06-02', HOME, NURSE),
        title: 'Personalised care and support plan',
        status: 'active',
        reviewBy: '2026-12-02',
        actions: [{ text: 'Weigh every week and fortify food', owner: 'Grace Mensah', due: '2026-12-01' }],
      },
    ],
    goals: [
      { ...rec('2026-06-02', HOME, NURSE), text: 'To walk to the dining room', status: 'current', due: null },
    ],
    clock: { from: '2024-02-19', because: 'admitted', dayOne: '2024-02-20', due: '2024-02-28', met: true },
  },
};

function problem(on: string | null, text: string, severity: string | null = null) {
  return { ...rec(on, 'GP record'), text, status: 'active', severity, ended: null } as const;
}

/** A view made of recorded sections. */
export function viewOf(
  facts: ResidentSections,
  over: Partial<ResidentView['sections']> = {},
  resident = 'resident-1',
): ResidentView {
  return { resident, sourceLabel: 'Hollin Vale shared record', sections: { ...allRecorded(facts), ...over } };
}

function allRecorded(facts: ResidentSections): ResidentView['sections'] {
  return {
    identity: recorded(facts.identity),
    limits: recorded(facts.limits),
    allergies: recorded(facts.allergies),
    open: recorded(facts.open),
    alerts: recorded(facts.alerts),
    aboutMe: recorded(facts.aboutMe),
    frailty: recorded(facts.frailty),
    news2: recorded(facts.news2),
    weight: recorded(facts.weight),
    function: recorded(facts.function),
    scores: recorded(facts.scores),
    medicines: recorded(facts.medicines),
    problems: recorded(facts.problems),
    events: recorded(facts.events),
    people: recorded(facts.people),
    plan: recorded(facts.plan),
  };
}

/** Every section of a view changed in the same way; its content stays what it was. */
export function everySection(
  view: ResidentView,
  change: <T>(section: Known<T>, name: SectionName) => Known<T> | { readonly state: 'loading' },
): ResidentView {
  const sections = Object.fromEntries(
    Object.entries(view.sections).map(([name, section]) => [
      name,
      section.state === 'known' ? change(section as Known<unknown>, name as SectionName) : section,
    ]),
  );
  return { ...view, sections: { ...view.sections, ...sections } };
}
