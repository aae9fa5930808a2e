import { settingsSource } from '../settings-part.ts';
import type { SettingsPart } from '../settings-part.ts';
import { SettingsDesk } from './settings-desk.ts';

export const settings: SettingsPart = { desk: (host) => new SettingsDesk(host) };

settingsSource.register(settings);
