import type { Meta, Patient, Reference } from '@medplum/fhirtypes';
import { UK_CORE } from './codes.ts';
import { daysUntil, type Days } from './days.ts';
import { opaqueId } from './identifiers.ts';
import { seeded, type Random } from './random.ts';
import { staffReference } from './staff.ts';
import type { AnyStaff } from './staff-list.ts';
import type { Story } from './story.ts';

/** The input of every builder of a resident's resources. */
export interface Resident {
  readonly story: Story;
  readonly seed: number;
  readonly days: Days;
  readonly random: Random;
  readonly patient: Reference<Patient>;
  /** An opaque id for one of the resident's resources, the same at every start. */
  id(...parts: readonly (string | number)[]): string;
  staff(name: AnyStaff): ReturnType<typeof staffReference>;
}

/** Prepares the input of the builders for one story. */
export function makeResident(story: Story, seed: number, now: string): Resident {
  const id = (...parts: readonly (string | number)[]): string => opaqueId(seed, story.key, ...parts);
  return {
    story,
    seed,
    days: daysUntil(now),
    random: seeded(Number.parseInt(id('random').slice(0, 8), 16)),
    patient: { reference: `Patient/${id('patient')}` },
    id,
    staff: (name) => staffReference(seed, name),
  };
}

/** The record that a resource comes from. The reader sees it as the source of the fact. */
export function madeBy(profile: string | null, source: 'home' | 'practice' | 'hospital'): Meta {
  const systems = {
    home: 'https://rowan-court.example/care-record',
    practice: 'https://ridgeway-surgery.example/gp-record',
    hospital: 'https://holmdale.example/discharges',
  };
  return { source: systems[source], ...(profile === null ? {} : { profile: [UK_CORE + profile] }) };
}
