import type {
  AgreedLimits,
  Drill,
  DrilledResident,
  Known,
  PersonName,
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

/** What differs between the residents of a drill. Nobody here exists. */
interface Invented extends DrilledResident {
  readonly given: string;
  readonly gender: 'female' | 'male';
  readonly born: string;
  readonly room: string;
  readonly limits: AgreedLimits;
}

/** One resident for each night that a first shift practises, and one more where two have the same name. */
const RESIDENTS: readonly [Invented, ...Invented[]] = [
  {
    id: 'drill-1',
    title: 'Not herself, with a decision about CPR',
    given: 'Ann',
    gender: 'female',
    born: '1940-01-01',
    room: '1',
    limits: NOT_FOR_CPR,
  },
  {
    id: 'drill-2',
    title: 'Nothing recorded about CPR',
    given: 'Beth',
    gender: 'female',
    born: '1938-02-02',
    room: '2',
    limits: NONE,
  },
  {
    id: 'drill-3',
    title: 'In the last days of life',
    given: 'Cora',
    gender: 'female',
    born: '1935-03-03',
    room: '3',
    limits: { ...NOT_FOR_CPR, lastDays: { ...fact(), text: 'Comfort comes first. Stay here.' } },
  },
  {
    id: 'drill-4',
    title: 'Found on the floor',
    given: 'David',
    gender: 'male',
    born: '1941-04-04',
    room: '4',
    limits: NOT_FOR_CPR,
  },
  {
    id: 'drill-5',
    title: 'Two of one name: the one in room 5',
    given: 'Edith',
    gender: 'female',
    born: '1942-05-05',
    room: '5',
    limits: NOT_FOR_CPR,
  },
  {
    id: 'drill-6',
    title: 'Two of one name: the one in room 6',
    given: 'Edith',
    gender: 'female',
    born: '1942-05-15',
    room: '6',
    limits: NONE,
  },
];

const titled = ({ id, title }: DrilledResident): DrilledResident => ({ id, title });
const [first, ...others] = RESIDENTS;
export const DRILLED: Drill['residents'] = [titled(first), ...others.map(titled)];

/** The invented views. What is not said below is "not recorded", as in many real records. */
export function drilledViews(now: Instant): readonly ResidentView[] {
  return RESIDENTS.map((invented) => {
    const known = <T>(content: Known<T>['content']): Known<T> => ({
      state: 'known',
      content,
      asOf: now,
      freshness: 'current',
      refresh: { state: 'idle' },
      gaps: [],
    });
    const nothing = known<never>({ kind: 'not-recorded', statements: [] });
    // Nothing recorded is the same in each section, and every section has it.
    const rest = Object.fromEntries(SECTION_ORDER.map((name) => [name, nothing])) as Record<
      keyof ResidentView['sections'],
      Known<never>
    >;
    const identity = known({ kind: 'recorded', value: identityOf(invented) });
    const sections = { ...rest, identity, limits: known({ kind: 'recorded', value: invented.limits }) };
    return { resident: invented.id, sourceLabel: SOURCE, sections };
  });
}

function identityOf(invented: Invented): ResidentSections['identity'] {
  const { gender, born, room } = invented;
  return {
    name: nameOf(invented),
    preferredName: null,
    otherNames: [],
    born,
    gender,
    nhsNumber: { state: 'none', why: null },
    otherNumbers: [],
    death: { state: 'not-stated' },
    stay: {
      home: DRILL_HOME,
      room,
      since: '2026-01-05',
      kind: 'permanent',
      away: null,
      returned: null,
      ended: null,
    },
    gpPractice: null,
    cautions: [],
    sameName: RESIDENTS.filter(({ id, given }) => given === invented.given && id !== invented.id).map(
      (other) => ({ name: nameOf(other), born: other.born, room: other.room }),
    ),
  };
}

function nameOf({ given, gender }: Invented): PersonName {
  return { family: 'Practice', given: [given], title: gender === 'male' ? 'Mr' : 'Mrs', text: null };
}
