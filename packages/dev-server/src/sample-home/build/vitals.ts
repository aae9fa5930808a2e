import type { Coding, Observation, ObservationComponent, Quantity } from '@medplum/fhirtypes';
import { scoreNews2, type News2Input } from '@ehch/clinical/instruments';
import { ACVPU, hl7, LOCAL, NEWS2, ON_OXYGEN, ROOM_AIR, snomed, UCUM, UNITS, VITALS } from '../codes.ts';
import { wasAway } from '../away.ts';
import { near } from '../random.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { VitalsReading, VitalsStory } from '../story.ts';

/** Days between two routine sets, and the days that they go back. */
const EVERY = 14;
const HISTORY = 90;

type Set = VitalsReading & { readonly ago: number; readonly at: string };

/** Writes the raw observations and, for a complete set, its NEWS2 total with links to the parts. */
export function vitals(resident: Resident): Observation[] {
  const story = resident.story.vitals;
  if (!story) return [];
  return [
    ...sets(resident, story).flatMap((set, n) => oneSet(resident, story, set, n)),
    ...usual(resident, story),
    ...target(resident, story),
  ];
}

function sets({ story, random }: Resident, vitals: VitalsStory): Set[] {
  const stop = vitals.stoppedAt ?? story.died ?? 0;
  const first = Math.min(HISTORY, story.stay.since);
  const found: Set[] = [];
  for (let ago = first; ago > stop; ago -= EVERY) {
    if (wasAway(story, ago)) continue;
    found.push({
      ago,
      at: '10:15',
      rr: near(random, vitals.rr, 1),
      spo2: near(random, vitals.spo2, 1),
      sbp: near(random, vitals.sbp, 6),
      dbp: near(random, vitals.dbp, 5),
      pulse: near(random, vitals.pulse, 4),
      temp: near(random, vitals.temp * 10, 2) / 10,
      oxygen: vitals.oxygen ?? false,
      acvpu: 'A',
    });
  }
  const { rr, spo2, sbp, dbp, pulse, temp, oxygen = false } = vitals;
  const base = { rr, spo2, sbp, dbp, pulse, temp, oxygen, acvpu: 'A' as const };
  return [...found, ...(vitals.unwell ?? []).map((set) => ({ ...base, ...set }))];
}

function oneSet(resident: Resident, story: VitalsStory, set: Set, n: number): Observation[] {
  const { id, days } = resident;
  const when = days.at(set.ago, set.at);
  const raw = rawObservations(resident, set, n, when);
  const scale = story.scale ?? 1;
  const input: News2Input = {
    rr: set.rr,
    spo2: set.spo2,
    scale,
    oxygen: set.oxygen,
    sbp: set.sbp,
    pulse: set.pulse,
    acvpu: set.acvpu,
    temp: set.temp,
  };
  const score = scoreNews2(input);
  // Only a complete set may have a total: UK Core fixes the status of a NEWS2 to `final`.
  if (score.total === null) return raw;
  const parts = [
    { code: NEWS2.rr, item: 'rr' },
    { code: NEWS2.spo2[scale], item: 'spo2' },
    { code: NEWS2.oxygen, item: 'oxygen' },
    { code: NEWS2.sbp, item: 'sbp' },
    { code: NEWS2.pulse, item: 'pulse' },
    { code: NEWS2.acvpu, item: 'acvpu' },
    { code: NEWS2.temp, item: 'temp' },
  ];
  const total: Observation = {
    ...shared(resident, when, 'survey', 'UKCore-Observation-EarlyWarningTotalScore'),
    id: id('news2', n),
    code: { coding: [NEWS2.total] },
    valueQuantity: scoreOf(score.total),
    derivedFrom: raw.map((observation) => ({ reference: `Observation/${observation.id}` })),
    component: parts.map(({ code, item }) => ({
      code: { coding: [code] },
      valueQuantity: scoreOf(score.items[item]?.score ?? 0),
    })),
  };
  return [...raw, total];
}

function rawObservations(resident: Resident, set: Set, n: number, when: string): Observation[] {
  const { id } = resident;
  const base = (kind: string, profile: string): Observation => ({
    ...shared(resident, when, 'vital-signs', profile),
    id: id(kind, n),
  });
  const found: Observation[] = [];
  const number = (kind: 'rr' | 'spo2' | 'pulse' | 'temp', unit: Quantity, profile: string): void => {
    const value = set[kind];
    if (value === null) return;
    found.push({
      ...base(kind, profile),
      code: { coding: [...VITALS[kind]] },
      valueQuantity: { value, ...unit },
    });
  };
  number('rr', UNITS.perMinute, 'UKCore-Observation-VitalSigns-RespirationRate');
  number('spo2', UNITS.percent, 'UKCore-Observation-VitalSigns-OxygenSaturation');
  number('pulse', UNITS.perMinute, 'UKCore-Observation-VitalSigns-HeartRate');
  number('temp', UNITS.celsius, 'UKCore-Observation-VitalSigns-BodyTemperature');
  if (set.sbp !== null && set.dbp !== null) {
    // UK Core distinguishes the two components by `code.text`. Its blood pressure profile slices by a value that it
    // never fixes, so a validator refuses every resource that claims it, even UK Core's own example. So we claim its
    // parent.
    const component = (code: readonly Coding[], text: string, value: number): ObservationComponent => ({
      code: { coding: [...code], text },
      valueQuantity: { value, ...UNITS.mmHg },
    });
    found.push({
      ...base('bp', 'UKCore-Observation-VitalSigns'),
      code: { coding: [...VITALS.bloodPressure] },
      component: [
        component(VITALS.systolic, 'Systolic blood pressure', set.sbp),
        component(VITALS.diastolic, 'Diastolic blood pressure', set.dbp),
      ],
    });
  }
  if (set.oxygen !== null) {
    found.push({
      ...base('oxygen', 'UKCore-Observation-InspiredOxygen'),
      code: { coding: [set.oxygen ? ON_OXYGEN : ROOM_AIR] },
    });
  }
  if (set.acvpu !== null) {
    found.push({
      ...base('acvpu', 'UKCore-Observation-ACVPU'),
      category: [hl7('observation-category', 'survey')],
      code: { coding: [...VITALS.acvpu] },
      valueCodeableConcept: { coding: [ACVPU[set.acvpu]] },
    });
  }
  return found;
}

/** The resident's usual NEWS2. It has no published code; a local code keeps it from being read as a score. */
function usual(resident: Resident, { usual }: VitalsStory): Observation[] {
  if (!usual) return [];
  return [
    {
      ...shared(resident, resident.days.at(usual.on, '14:00'), 'survey', null),
      id: resident.id('usual-news2'),
      performer: [resident.staff('gp')],
      code: { coding: [{ system: LOCAL, code: 'usual-news2' }], text: 'Usual NEWS2' },
      valueQuantity: scoreOf(usual.total),
    },
  ];
}

/** The target saturation that a specialist set. A person decides what it means for the NEWS2 scale. */
function target(resident: Resident, { target }: VitalsStory): Observation[] {
  if (!target) return [];
  return [
    {
      ...shared(resident, resident.days.at(target.on, '15:20'), 'survey', 'UKCore-Observation'),
      id: resident.id('target-saturation'),
      performer: [resident.staff('hospital')],
      code: { coding: [snomed('852641000000103', 'Target peripheral oxygen saturation')] },
      valueRange: {
        low: { value: target.low, ...UNITS.percent },
        high: { value: target.high, ...UNITS.percent },
      },
    },
  ];
}

function shared(resident: Resident, when: string, category: string, profile: string | null): Observation {
  return {
    resourceType: 'Observation',
    meta: madeBy(profile, 'home'),
    status: 'final',
    category: [hl7('observation-category', category)],
    code: {},
    subject: resident.patient,
    effectiveDateTime: when,
    performer: [resident.staff('nurse')],
  };
}

function scoreOf(value: number): { value: number; unit: string; system: string; code: string } {
  return { value, unit: 'score', system: UCUM, code: '{ScoreOf}' };
}
