import type {
  AgreedLimits,
  Drill,
  DrilledResident,
  Known,
  Recorded,
  ResidentSections,
  ResidentView,
} from '@ehch/clinical';
import { SECTION_ORDER } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/** The home of the drill. It stands nowhere. */
export const DRILL_HOME = 'Practice House (invented)';
const SOURCE = 'Practice run, invented';

let facts = 0;
const fact = (): Recorded => ({
  id: `drill-${(facts += 1)}`,
  on: '2026-06-02',
  source: { label: SOURCE },
  by: { name: 'A. Invented', role: 'nurse' },
  cautions: [],
});

const NOT_FOR_CPR: AgreedLimits = {
  wishes: [{ ...fact(), text: 'Stay here unless I have broken a bone.' }],
  cpr: [
    {
      ...fact(),
      decision: 'do-not-attempt',
      reviewBy: '2027-06-02',
      originalAt: 'red folder, office',
    },
  ],
  documents: [],
  decisions: [],
  decisionMakers: [],
  lastDays: null,
};
const NONE: AgreedLimits = { ...NOT_FOR_CPR, wishes: [], cpr: [] };

type Practised = DrilledResident & { readonly given: string; readonly limits: AgreedLimits };

/** What differs between the residents of a drill. Nobody here exists. */
const RESIDENTS: readonly [Practised, ...Practised[]] = [
  { id: 'drill-1', given: 'Ann', title: 'Not herself, with a decision about CPR', limits: NOT_FOR_CPR },
  { id: 'drill-2', given: 'Beth', title: 'Nothing recorded about CPR', limits: NONE },
  {
    id: 'drill-3',
    given: 'Cora',
    title: 'In the last days of life',
    limits: { ...NOT_FOR_CPR, lastDays: { ...fact(), text: 'Comfort comes first. Stay here.' } },
  },
];

const titled = ({ id, title }: DrilledResident): DrilledResident => ({ id, title });
const [first, ...others] = RESIDENTS;
export const DRILLED: Drill['residents'] = [titled(first), ...others.map(titled)];

/** The invented views. What is not said below is "not recorded", as in many real records. */
export function drilledViews(now: Instant): readonly ResidentView[] {
  return RESIDENTS.map(({ id, given, limits }) => {
    const known = <T>(content: Known<T>['content']): Known<T> => ({
      state: 'known',
      content,
      asOf: now,
      freshness: 'current',
      refresh: { state: 'idle' },
      gaps: [],
    });
    const rest = Object.fromEntries(
      SECTION_ORDER.map((name) => [name, known({ kind: 'not-recorded', statements: [] })]),
    ) as unknown as ResidentView['sections'];
    const identity = known({ kind: 'recorded', value: identityOf(given) });
    const sections = { ...rest, identity, limits: known({ kind: 'recorded', value: limits }) };
    return { resident: id, sourceLabel: SOURCE, sections };
  });
}

function identityOf(given: string): ResidentSections['identity'] {
  return {
    name: { family: 'Practice', given: [given], title: 'Mrs', text: null },
    preferredName: null,
    otherNames: [],
    born: '1940-01-01',
    gender: 'female',
    nhsNumber: { state: 'none', why: null },
    otherNumbers: [],
    death: { state: 'not-stated' },
    stay: {
      home: DRILL_HOME,
      room: '0',
      since: '2026-01-05',
      kind: 'permanent',
      away: null,
      returned: null,
      ended: null,
    },
    gpPractice: null,
    cautions: [],
    sameName: [],
  };
}
