import type { CareActions, ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { openSettings, settingsStep } from '@ehch/clinical/session';
import type { SettingPressed, SettingsAction, SettingsEffect, SettingsSession } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { frozen } from '../internal/frozen.ts';
import { newId } from '../internal/new-id.ts';
import { isUnheard } from '../internal/trouble-words.ts';
import { withinDeadline } from '../internal/within-deadline.ts';
import type { SettingsPress } from './escalations-press.ts';
import { valueIn, type RowSource } from './matter-rows.ts';
import { renderSettings, renderSettingsElsewhere } from './render-settings.ts';

/** The component in which the settings are on screen. */
interface SettingsHost {
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

/** What clinicians set, one session for each resident who was on screen. It decides nothing. */
export class SettingsDesk {
  readonly #host: SettingsHost;
  readonly #step = settingsStep();
  readonly #sessions = new Map<ResidentId, SettingsSession>();
  #watches = new AbortController();
  #port: CareActions | null = null;

  constructor(host: SettingsHost) {
    this.#host = host;
  }

  /** What is set for this resident. What was begun for another stays with the other. */
  #of(resident: ResidentId): SettingsSession {
    const session = this.#sessions.get(resident) ?? openSettings(resident);
    this.#sessions.set(resident, session);
    return session;
  }

  /** Presses for other residents that are not with a server: somebody still has to hear of them, without a name. */
  #elsewhere(resident: ResidentId | null): readonly SettingPressed[] {
    return [...this.#sessions.values()]
      .filter((session) => session.resident !== resident)
      .flatMap(({ pressed }) => pressed.filter(isUnsettled));
  }

  /** Beside one resident, for somebody who may decide. What was set for others is heard of everywhere. */
  render(source: RowSource, { isOffered, by, level, port }: SettingsPage): TemplateResult {
    const record = source.kind === 'resident' ? source.record : null;
    const elsewhere = renderSettingsElsewhere(this.#elsewhere(record?.resident ?? null));
    if (record === null || !isOffered) return html`${elsewhere}`;
    const session = this.#of(record.resident);
    const { news2, limits } = record.sections;
    const panel = { session, news2, limits, level, presser: by.name, role: by.role, canSend: port !== null };
    return html`${elsewhere} ${renderSettings(panel)}`;
  }

  /** What a person does in the panel. A usual score is for the SpO2 scale that the record asks for. */
  press(source: RowSource | string, action: SettingsPress, { by, port }: SettingsPage): void {
    if (typeof source === 'string' || source.kind !== 'resident') return;
    this.#port = port;
    const { resident, sections } = source.record;
    if (action.kind !== 'press-setting') return this.#take(resident, action);
    const scale = valueIn(sections.news2)?.target?.scale === 2 ? 2 : 1;
    this.#take(resident, { kind: 'save-setting', resident, by: { ...by, scale } });
  }

  #take(resident: ResidentId, action: SettingsAction): void {
    const { session, effects } = this.#step(this.#of(resident), {
      ...action,
      at: this.#host.now(),
      id: newId(),
    });
    this.#sessions.set(resident, session);
    this.#host.requestUpdate();
    for (const effect of effects) this.#run(resident, effect);
  }

  /** Ends the watching of receipts. What was handed over goes on: the port has it. */
  leave(): void {
    this.#watches.abort();
    this.#watches = new AbortController();
  }

  #run(resident: ResidentId, effect: SettingsEffect): void {
    if (effect.kind === 'enqueue-setting') return void this.#enqueue(effect);
    try {
      this.#port?.watchReceipt(
        effect.intent,
        (receipt) => this.#hear(resident, effect.intent, { state: 'told', receipt }),
        this.#watches.signal,
      );
    } catch (error) {
      // It was taken over all the same. What is not told any more is only what becomes of it.
      reportCaught(error, 'elements/escalations/setting-receipt');
    }
  }

  #hear(resident: ResidentId, intent: string, handing: SettingPressed['handing']): void {
    this.#take(resident, { kind: 'setting-heard', intent, handing });
  }

  #enqueue({ resident, pressed }: Extract<SettingsEffect, { kind: 'enqueue-setting' }>): Promise<void> {
    const { id, at, what } = pressed;
    const intent = { id, resident, pressedAt: at, what };
    const ask = async () => (await this.#port?.enqueue(frozen(intent))) ?? null;
    // A failure stands on screen beside its press. Nothing else has to be told of it.
    return withinDeadline(ask, (got) => {
      if ('error' in got)
        this.#hear(resident, id, { state: 'not-known', why: isUnheard(got.error) ? 'silent' : 'failed' });
      // A port that gives no receipt has taken nothing over.
      else if (got.value === null) this.#hear(resident, id, { state: 'not-known', why: 'failed' });
      else this.#hear(resident, id, { state: 'told', receipt: got.value });
    });
  }
}

function isUnsettled({ handing }: SettingPressed): boolean {
  return handing.state !== 'told' || !['sent', 'seen', 'answered'].includes(handing.receipt.state);
}
