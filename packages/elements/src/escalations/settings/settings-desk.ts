import { undisputedValue } from '@ehch/clinical';
import type { CareActions, MatterRecord, Receipt, ResidentId } from '@ehch/clinical';
import { isSent, openSettings, settingsStep } from '@ehch/clinical/session';
import type { SettingPressed, SettingsAction, SettingsEffect, SettingsSession } from '@ehch/clinical/session';
import { settingsOnScreen } from '@ehch/clinical/rules';
import type { nothing, TemplateResult } from 'lit';
import { handOver, watchHandedOver } from '../../internal/hand-over.ts';
import type { HandedOver } from '../../internal/hand-over.ts';
import { newId } from '../../internal/new-id.ts';
import type { SettingsPress } from '../escalations-press.ts';

import { spo2ScaleIn } from '../news2-read.ts';
import type { SettingsHost, SettingsPage } from '../settings-part.ts';
import { renderSettings, renderSettingsElsewhere } from './render-settings.ts';

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
      .flatMap(({ pressed }) => pressed.filter(({ handing }) => !isSent(handing)));
  }

  /** What was set for this resident, and what is being set. */
  render({ resident, sections }: MatterRecord, { by, port }: SettingsPage): TemplateResult {
    const { name: presser, role } = by;
    const now = this.#host.now();
    const { news2, limits, identity } = sections;
    const hasDied = undisputedValue(identity)?.death.state === 'died';
    return renderSettings({
      session: this.#of(resident),
      news2,
      limits,
      now,
      presser,
      role,
      canSend: port !== null,
      hasDied,
    });
  }

  /** What was set for others than this resident. It names nobody. */
  renderElsewhere(resident: ResidentId | null): TemplateResult | typeof nothing {
    return renderSettingsElsewhere(this.#elsewhere(resident), this.#host.now());
  }

  /** What a person does in the panel. A usual score is for the SpO2 scale that the record asks for. */
  press({ resident, sections }: MatterRecord, action: SettingsPress, { by, port }: SettingsPage): void {
    this.#port = port;
    if (action.kind !== 'press-setting') return this.#take(resident, action);
    const scale = spo2ScaleIn(sections.news2);
    const kind = this.#of(resident).draft?.kind;
    const isUsual = kind === 'usual-news2';
    // Guard: points of SpO2 mean nothing without their scale, so none is guessed.
    if (scale === null && isUsual) return;
    const ends = kind === undefined ? [] : settingsOnScreen(kind, sections);
    this.#take(resident, { kind: 'save-setting', resident, by: { ...by, scale: scale ?? 1 }, ends });
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
    const tell = (receipt: Receipt) => this.#hear(resident, effect.intent, { state: 'told', receipt });
    watchHandedOver(this.#port, effect.intent, tell, this.#watches.signal);
  }

  #hear(resident: ResidentId, intent: string, handing: SettingPressed['handing']): void {
    this.#take(resident, { kind: 'setting-heard', intent, handing });
  }

  #enqueue({ resident, pressed }: Extract<SettingsEffect, { kind: 'enqueue-setting' }>): Promise<void> {
    const { id, at, what } = pressed;
    const intent = { id, resident, pressedAt: at, what };
    return handOver(this.#port, intent, (came) => this.#hear(resident, id, handingOf(came)));
  }
}

function handingOf(came: HandedOver): SettingPressed['handing'] {
  if (came.kind === 'enqueued') return { state: 'told', receipt: came.receipt };
  return { state: 'not-known', why: came.kind === 'enqueue-silent' ? 'silent' : 'failed' };
}
