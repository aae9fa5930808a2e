import type { ThreadSide } from '../thread/entry.ts';
import type { PressSetName } from './press-sets.ts';
import type { ViewName } from './views.ts';

/** Everybody whom the kit tells apart by their work. `unknown`: nobody has said what they do. */
export type RoleId =
  | 'gp'
  | 'matron'
  | 'pcn-pharmacist'
  | 'community-pharmacist'
  | 'care-coordinator'
  | 'therapist'
  | 'dietitian'
  | 'social-worker'
  | 'safeguarding-lead'
  | 'visiting-clinician'
  | 'home-manager'
  | 'nurse'
  | 'senior-carer'
  | 'carer'
  | 'agency-nurse'
  | 'agency-carer'
  | 'kitchen-or-domestic'
  | 'voluntary'
  | 'educator'
  | 'unknown';

/** For what a pass is given: one home for a shift, or one resident for a shift. */
export type PassKind = 'home-shift' | 'one-resident';

/** What somebody sees and presses by their work: one row of data. */
export interface StaffRole {
  readonly id: RoleId;
  /** As a screen says it: "Senior carer". */
  readonly title: string;
  /** For whom this person presses on a thread. */
  readonly side: ThreadSide;
  readonly view: ViewName;
  readonly presses: PressSetName;
  /** Whether this person may look, with a reason, at what the view leaves out. */
  readonly breaksGlass: boolean;
  readonly setsUpDevice: boolean;
  /** Whether this person lets colleagues into the records of a device. */
  readonly addsPeople: boolean;
  /** Without a pass in force such a role sees nothing. `null`: no pass is needed. */
  readonly pass: PassKind | null;
}
