import type { ResidentId } from '@ehch/clinical';
import type { SettingsAction } from '@ehch/clinical/session';
import { pressesOf } from '../internal/press.ts';

/** Everything that a person does in the list. The component adds who pressed, and the thread as it stood on screen. */
export type EscalationsPress =
  | { readonly kind: 'open-thread'; readonly thread: string }
  | {
      readonly kind: 'attend';
      readonly act: 'see' | 'take' | 'let-go' | 'worse' | 'better';
      readonly thread: string;
    }
  | { readonly kind: 'begin'; readonly what: 'ask' | 'answer' | 'link'; readonly thread: string }
  | { readonly kind: 'begin-reply'; readonly question: string; readonly thread: string }
  | { readonly kind: 'confirm'; readonly what: 'happened' | 'told'; readonly thread: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'drop'; readonly thread: string }
  | { readonly kind: 'write'; readonly field: 'words' | 'promised-by' | 'presser'; readonly text: string }
  | { readonly kind: 'choose-outcome'; readonly outcome: string }
  | { readonly kind: 'tick-further'; readonly what: string; readonly isTicked: boolean }
  | { readonly kind: 'say-owner'; readonly what: string; readonly owner: string }
  | { readonly kind: 'choose-resident'; readonly resident: ResidentId }
  | { readonly kind: 'check'; readonly what: 'number' | 'born'; readonly isTicked: boolean }
  /** "I have read what is new." */
  | { readonly kind: 'look'; readonly thread: string }
  | { readonly kind: 'send'; readonly thread: string }
  | { readonly kind: 'join'; readonly thread: string; readonly into: string }
  /** Goes where the matter goes on: words, 999 called, gone to hospital, wrong resident. */
  | { readonly kind: 'show-resident'; readonly thread: string }
  | { readonly kind: 'copy'; readonly thread: string }
  | { readonly kind: 'hand-again'; readonly entry: string }
  | { readonly kind: 'note'; readonly entry: string }
  | NightPress
  | SettingsPress;

/** What a person does with the night on one page. */
export type NightPress =
  | { readonly kind: 'night'; readonly thread: string; readonly isOpen: boolean }
  | { readonly kind: 'copy-night'; readonly thread: string; readonly names: 'shown' | 'left-out' }
  | { readonly kind: 'print-night'; readonly thread: string };

/** What a clinician does in the settings. The component adds who presses, and who is on screen. */
export type SettingsPress =
  Exclude<SettingsAction, { kind: 'save-setting' | 'setting-heard' }> | { readonly kind: 'press-setting' };

export const inboxPresses = pressesOf<EscalationsPress>();

const SETTINGS: Readonly<Record<SettingsPress['kind'], true>> = {
  'begin-setting': true,
  'set-points': true,
  'set-target': true,
  'set-state': true,
  'write-basis': true,
  'write-until': true,
  'cancel-setting': true,
  'setting-again': true,
  'press-setting': true,
};

/** Whether a press is one on the settings. */
export function isSetting(action: EscalationsPress): action is SettingsPress {
  return Object.hasOwn(SETTINGS, action.kind);
}
