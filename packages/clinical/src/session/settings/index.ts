export type * from './session.ts';
export { openSettings } from './session.ts';
export { settingDraftStop, settingsStep, SETTINGS_GUARDS, type SettingsGuards } from './step.ts';
