import type { ClinicalSetting, ClinicalSettingIntent, News2PartName } from '../../ports/clinical-setting.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { Instant } from '../../time/types.ts';
import type { Handed, Handing } from '../handing.ts';

/** What is being set, as far as it was chosen. */
export type SettingDraft =
  | {
      readonly kind: 'usual-news2';
      readonly parts: Readonly<Partial<Record<News2PartName, number>>>;
      readonly words: string;
    }
  | { readonly kind: 'spo2-target'; readonly low: number | null; readonly words: string }
  | {
      readonly kind: 'last-days' | 'variation';
      /** `null`: nobody has chosen. */
      readonly state: 'set' | 'ended' | null;
      readonly words: string;
      /** The last day of a variation, as typed. Empty: it has no end yet. */
      readonly until: string;
    };

/** A setting that was pressed, with how far it has come. */
export interface SettingPressed extends Handed {
  readonly id: string;
  readonly at: Instant;
  readonly what: ClinicalSettingIntent;
}

/** What a clinician sets for one resident: a value. */
export interface SettingsSession {
  readonly resident: ResidentId;
  /** `null`: nothing is being set. */
  readonly draft: SettingDraft | null;
  readonly pressed: readonly SettingPressed[];
}

/** Who presses, and what their page allows. `scale`: the SpO2 scale that the record asks for. */
interface Setting {
  readonly name: string;
  readonly role: string | null;
  readonly mayDecide: boolean;
  readonly scale: 1 | 2;
}

export type SettingsAction =
  | { readonly kind: 'begin-setting'; readonly what: ClinicalSetting['kind'] }
  | { readonly kind: 'set-points'; readonly part: News2PartName; readonly points: number | null }
  | { readonly kind: 'set-target'; readonly low: number }
  | { readonly kind: 'set-state'; readonly state: 'set' | 'ended' }
  | { readonly kind: 'write-basis'; readonly text: string }
  | { readonly kind: 'write-until'; readonly day: string }
  | { readonly kind: 'cancel-setting' }
  /** `resident`: who was on screen at the press. `ends`: what stood there of this kind (SPEC C7). */
  | {
      readonly kind: 'save-setting';
      readonly resident: ResidentId;
      readonly by: Setting;
      readonly ends: readonly string[];
    }
  | { readonly kind: 'setting-heard'; readonly intent: string; readonly handing: Handing }
  | { readonly kind: 'setting-again'; readonly intent: string };

export type SettingsEffect =
  | { readonly kind: 'enqueue-setting'; readonly resident: ResidentId; readonly pressed: SettingPressed }
  | { readonly kind: 'watch-setting'; readonly intent: string };

/** Begins with nothing set. */
export function openSettings(resident: ResidentId): SettingsSession {
  return { resident, draft: null, pressed: [] };
}
