import type { MatterRecord } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { PartLoader } from '../internal/part-loader.ts';
import type { PartSource } from '../internal/part-source.ts';
import { partNews, partWords } from '../internal/part-words.ts';
import type { PartSaid } from '../internal/part-words.ts';
import { beginSettings } from './begin-settings.ts';
import type { SettingsPress } from './escalations-press.ts';
import type { RowSource } from './matter-rows.ts';
import { spo2ScaleIn } from './news2-read.ts';
import { renderRecordedSettings } from './render-recorded-settings.ts';
import type { SettingsHost, SettingsPage, SettingsPart } from './settings-part.ts';
import type { SettingsDesk } from './settings/settings-desk.ts';

const SAID: PartSaid = {
  awaited: 'Fetching what sets something here. It opens by itself when it is here.',
  failed: 'Nothing can be set here now: what sets it could not be fetched. Nothing was sent.',
  instead: 'What is recorded still counts. Tell the home by telephone what is to count, and record it.',
};

const CANNOT_SEND = html`<p class="strong">▲ This page cannot send anything, so nothing can be set here.</p>`;

/** What is set for one resident, and what a clinician can set once the part that sets it is here. */
export class SettingsPanel {
  readonly #host: SettingsHost;
  readonly #loader: PartLoader<SettingsPart>;
  #desk: SettingsDesk | null = null;

  constructor(host: SettingsHost, source: () => PartSource<SettingsPart>) {
    this.#host = host;
    this.#loader = new PartLoader(source, () => host.requestUpdate());
  }

  /** Fetches what sets something, for somebody who may press for it. */
  prepare(source: RowSource | string, { isOffered, port }: SettingsPage): void {
    if (recordIn(source) !== null && isOffered && port !== null) this.#loader.prepare();
  }

  /** Guard: what was pressed beside one resident is not begun beside another. */
  forgetPress(): void {
    this.#loader.forgetPress();
  }

  /** Ends the watching of receipts. What was handed over goes on: the port has it. */
  leave(): void {
    this.forgetPress();
    this.#desk?.leave();
  }

  /** Beside one resident, for somebody who may decide. What was set for others is heard of everywhere. */
  render(source: RowSource, page: SettingsPage): TemplateResult {
    const record = recordIn(source);
    const elsewhere = this.#desk?.renderElsewhere(record?.resident ?? null) ?? nothing;
    return html`${elsewhere} ${record !== null && page.isOffered ? this.#panel(record, page) : nothing}`;
  }

  #panel(record: MatterRecord, page: SettingsPage): TemplateResult {
    const { news2, limits } = record.sections;
    return html`<section class="card settings" aria-labelledby="settings">
      ${heading(page.level + 1, 'settings', 'Settings for this resident')} ${renderRecordedSettings(news2, limits)}
      ${this.#deskNow()?.render(record, page) ?? nothing} ${this.#toPress(record, page)}
    </section>`;
  }

  /** What can be begun, as long as what sets it is not here. */
  #toPress({ sections }: MatterRecord, { port }: SettingsPage): TemplateResult | typeof nothing {
    if (port === null) return CANNOT_SEND;
    const { state } = this.#loader;
    if (state === 'here') return nothing;
    return html`${beginSettings(spo2ScaleIn(sections.news2) !== null)} ${partWords(state, SAID)}`;
  }

  press(source: RowSource | string, action: SettingsPress, page: SettingsPage): void {
    const record = recordIn(source);
    if (record !== null) this.#loader.use(() => this.#deskNow()?.press(record, action, page));
  }

  /** For the live region. */
  get news(): string {
    return partNews(this.#loader.state, SAID);
  }

  #deskNow(): SettingsDesk | null {
    this.#desk ??= this.#loader.part?.desk(this.#host) ?? null;
    return this.#desk;
  }
}

function recordIn(source: RowSource | string): MatterRecord | null {
  return typeof source !== 'string' && source.kind === 'resident' ? source.record : null;
}
