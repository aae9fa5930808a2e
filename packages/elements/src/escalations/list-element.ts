import type { PartSource } from '../internal/part-source.ts';
import { ResidentElement } from '../internal/resident-element.ts';
import { SettingsPanel } from './settings-panel.ts';
import { settingsSource } from './settings-part.ts';
import type { SettingsPart } from './settings-part.ts';

/** A list of threads, with the part that it fetches later. A test gives the part late, or not at all. */
export abstract class ListElement extends ResidentElement {
  protected readonly settings: SettingsPanel = new SettingsPanel(
    { now: () => this.now, requestUpdate: () => this.requestUpdate() },
    () => this.settingsSource(),
  );

  /** What sets something for a resident. */
  protected settingsSource(): PartSource<SettingsPart> {
    return settingsSource;
  }
}
