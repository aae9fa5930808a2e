import type { CareActions } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { PartSource } from '../internal/part-source.ts';
import type { SettingsDesk } from './settings/settings-desk.ts';

/** The component in which the settings are on screen. */
export interface SettingsHost {
  now(): Instant;
  requestUpdate(): void;
}

/** What the component says of whoever presses. */
export interface SettingsPage {
  /** Whether the panel is drawn: at the practice, and for a clinician. */
  readonly isOffered: boolean;
  readonly by: { readonly name: string; readonly role: string | null; readonly mayDecide: boolean };
  readonly level: number;
  readonly port: CareActions | null;
}

/** What a clinician sets for a resident. Reading what is set does without. */
export interface SettingsPart {
  desk(host: SettingsHost): SettingsDesk;
}

/** Fetched after the first paint for somebody who may decide, so that something can be set without a network. */
export const settingsSource = new PartSource<SettingsPart>(() =>
  import('./settings/index.ts').then(({ settings }) => settings),
);
