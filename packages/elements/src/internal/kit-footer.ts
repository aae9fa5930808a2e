import type { DeviceRecords, PlaceConfiguration, RefusedFile } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { incidentReport, namesSomebody, whyNotForLiveUse } from '@ehch/clinical/safety';
import type { Clock, Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { clockContext, deviceContext, placeContext } from './contexts.ts';
import { copyText } from './copy-text.ts';
import { FromProvider } from './from-provider.ts';
import { incidentPresses, incidentStep, NO_INCIDENT } from './incident-session.ts';
import type { IncidentAction, IncidentSession } from './incident-session.ts';
import { data } from './text.ts';
import { day } from './when.ts';

const { press, typed } = incidentPresses;

/** The words that stand wherever something must not be used with residents yet. */
export const NOT_FOR_LIVE_USE = 'Not for live use';

/**
 * The foot of every component: whether it is for live use, by which place file it speaks, and the way to report an incident.
 * It asks the provider itself, so that no component can leave a part of it out.
 */
export class KitFooter {
  readonly #host: LitElement;
  /** What stands on screen, as codes without a value. */
  readonly #codes: () => readonly string[];
  readonly #provider: FromProvider;
  #place: PlaceConfiguration | null = null;
  #clock: Clock | null = null;
  #device: DeviceRecords | null = null;
  #session: IncidentSession = NO_INCIDENT;
  /** The moment and the codes of the press. What changes while somebody writes is not what went wrong. */
  #pressed: { readonly at: Instant; readonly codes: readonly string[] } | null = null;

  constructor(host: LitElement, codes: () => readonly string[]) {
    this.#host = host;
    this.#codes = codes;
    this.#provider = new FromProvider(host, () => {
      this.#provider.subscribe(placeContext, (place) => (this.#place = place));
      this.#provider.subscribe(clockContext, (clock) => (this.#clock = clock));
      this.#provider.subscribe(deviceContext, (device) => (this.#device = device));
    });
    host.addController({
      hostDisconnected: () => {
        this.#place = this.#clock = this.#device = this.#pressed = null;
        this.#session = NO_INCIDENT;
      },
    });
  }

  render(): TemplateResult {
    return html`<div class="kit-foot" @click=${this.#taken} @input=${this.#taken}>
      ${this.#place?.refusedNewer ? refusal(this.#place, this.#place.refusedNewer) : nothing}
      <p>${liveUse(this.#place)} ${this.#place === null ? nothing : placeLine(this.#place)}${this.#reportButton()}</p>
      ${this.#incident()}
    </div>`;
  }

  #reportButton(): TemplateResult | typeof nothing {
    if (this.#session.state === 'open') return nothing;
    return html` <button type="button" class="quiet" ${press({ kind: 'report-incident' })}>
      Report a problem
    </button>`;
  }

  #incident(): TemplateResult | typeof nothing {
    const session = this.#session;
    if (session.state === 'closed') return nothing;
    const { words, copied } = session;
    return html`<div class="incident" role="group" aria-label="Report of an incident">
      <label ${typed('input', 'write-incident', (text) => ({ kind: 'write-incident', text }))}>
        What went wrong? Without names or numbers of anybody.
        <textarea class="words" rows="3" maxlength="2000" .value=${words}></textarea>
      </label>
      ${namesSomebody(words) ? html`<p class="strong">This has an NHS number in it. Take it out.</p>` : nothing}
      <label
        >The report, to be sent by you
        <textarea class="report" rows="8" readonly .value=${this.#text(words)}></textarea>
      </label>
      <button type="button" ${press({ kind: 'copy-incident' })}>Copy the report</button>
      <button type="button" ${press({ kind: 'close-incident' })}>Close</button>
      <p role="status">${COPIED[copied]}</p>
    </div>`;
  }

  #text(words: string): string {
    const { at, codes } = this.#pressed ?? { at: this.#now, codes: [] };
    return incidentReport({ component: this.#host.localName, at, place: this.#place, codes, words });
  }

  get #now(): Instant {
    return this.#clock?.() ?? new Date().toISOString();
  }

  readonly #taken = (event: Event): void => {
    const action = incidentPresses.actionOf(event);
    if (action !== null) void this.#take(action);
  };

  async #take(action: IncidentAction): Promise<void> {
    if (action.kind === 'report-incident') this.#pressed = { at: this.#now, codes: this.#codes() };
    this.#session = incidentStep(this.#session, action);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (action.kind === 'report-incident') this.#find('.incident .words')?.focus();
    if (action.kind === 'close-incident') this.#find('.kit-foot .quiet')?.focus();
    if (action.kind !== 'copy-incident' || this.#session.state === 'closed') return;
    this.#note();
    const how = (await copyText(this.#text(this.#session.words))) ? 'taken' : 'by-hand';
    await this.#take({ kind: 'incident-copied', how });
    if (how === 'by-hand') (this.#find('.incident .report') as HTMLTextAreaElement | null)?.select();
  }

  /** The report holds nothing of a record, and must get out even where the engine is lost. So nothing waits for the note. */
  #note(): void {
    void this.#device
      ?.noteIncidentCopy?.()
      .catch((error: unknown) => reportCaught(error, 'elements/note-incident'));
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}

const COPIED = {
  no: '',
  taken: 'Copied. Send it to whoever answers for clinical safety here.',
  'by-hand': 'This page does not allow copying. The text is marked: copy it by hand.',
} as const;

function liveUse(place: PlaceConfiguration | null): TemplateResult | typeof nothing {
  const why = whyNotForLiveUse(place);
  return why.length === 0 ? nothing : html`<strong>${NOT_FOR_LIVE_USE}</strong>: ${why.join('; ')}.`;
}

/** Version, owner, date and approver. That nobody has approved it stands among the reasons before. */
function placeLine({ title, version, dated, owner, signedOff }: PlaceConfiguration): TemplateResult {
  const approved =
    signedOff === null ? nothing : html`; approved by ${data(signedOff.by)}, ${day(signedOff.on)}`;
  return html`${data(title)}, version ${data(version)}, ${day(dated)}, ${data(owner)}${approved}.`;
}

/** A newer file is not in force, and why. A file that did not come may have withdrawn something. */
function refusal(
  { version, dated }: PlaceConfiguration,
  { lines, isUnfetched }: RefusedFile,
): TemplateResult {
  const why = isUnfetched ? 'What was withdrawn since is not known.' : 'A newer place file was refused.';
  return html`<p class="strong" role="note">
    ${why} Version ${data(version)} of ${day(dated)} stays in force.
    ${lines.slice(0, 3).map((line) => html`<br />${data(line)}`)}
  </p>`;
}
