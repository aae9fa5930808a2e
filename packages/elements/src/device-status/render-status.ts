import type { DeviceStatus } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { phone } from '../internal/phone.ts';
import type { SectionSurroundings } from '../internal/section-surroundings.ts';
import { whoToRing } from '../resident-summary/sections/ring-words.ts';
import { presses } from './device-press.ts';
import {
  FULL,
  loadingWords,
  lostWords,
  reasons,
  statusHeadline,
  timeLeft,
  worryWords,
} from './status-words.ts';
import type { KnownStatus } from './status-words.ts';

const { press } = presses;

type Part = TemplateResult | typeof nothing;

/** What the status is drawn from. */
export interface StatusOnScreen {
  readonly status: KnownStatus;
  /** What was known before the engine was lost. */
  readonly before: DeviceStatus | null;
  readonly at: Pick<SectionSurroundings, 'place' | 'now' | 'today'>;
  /** Whether there is anybody whom a press would reach. */
  readonly canPress: boolean;
  /** Whether anybody hears that a person was told of what was lost. */
  readonly canNoteLost: boolean;
  readonly isTrying: boolean;
  /** Whether a person gave something up here. */
  readonly hasGivenUp: boolean;
  /** What came of the last press on "try now" or on the first load. */
  readonly said: string | null;
}

export function renderStatus(shown: StatusOnScreen): TemplateResult {
  const { status, said, hasGivenUp } = shown;
  const why = reasons(status);
  return html`${worries(shown)}${lost(shown)}${full(status)}
    <section class=${isWell(status) ? 'well' : 'card'} aria-label="What is sent">
      <p class="headline ${isUnsent(status) ? 'notice strong' : ''}">${statusHeadline(status, hasGivenUp)}</p>
      ${why.map((words) => html`<p class="aside">${words}</p>`)} ${before(shown)} ${loading(shown)}
      ${said === null ? nothing : html`<p class="strong">${said}</p>`} ${tryNow(shown)}
      ${aboutServer(status)}
    </section>`;
}

/** All is sent, nothing is asked of anybody, and one line is enough. */
function isWell(status: KnownStatus): boolean {
  return !!status && status.unsent.total === 0 && status.loading === null && reasons(status).length === 0;
}

function isUnsent(status: KnownStatus): boolean {
  return status === null || status?.isClosed === true || (status?.unsent.total ?? 0) > 0;
}

/** The one red thing here: no name, a number to ring, also while locked. */
function worries({ status, before, at }: StatusOnScreen): Part {
  const known = status === null ? before : status;
  if (!known || known.unsent.escalations === 0) return nothing;
  const ago = status === null || status?.isClosed === true ? 'When last known: ' : nothing;
  return html`<div class="worry" part="worry">
    <p class="strong">${ago}${worryWords(known.unsent)}</p>
    <p>Ring ${whoToRing(at)}</p>
    <p>If somebody’s life is in danger, ring ${phone('999')}</p>
  </div>`;
}

function lost({ status, canNoteLost, isTrying }: StatusOnScreen): Part {
  const words = status ? lostWords(status) : null;
  if (!status || words === null) return nothing;
  const noted = press({ kind: 'note-lost', shown: status.lost });
  return html`<div class="notice">
    <p class="strong">${words}</p>
    ${canNoteLost ? html`<button type="button" aria-disabled=${isTrying} ${noted}>Noted</button>` : nothing}
  </div>`;
}

function full(status: KnownStatus): Part {
  return status?.isFull === true ? html`<p class="notice strong">${FULL}</p>` : nothing;
}

function before({ status, before: last }: StatusOnScreen): Part {
  // While the browser has closed what is kept, the numbers are those of before.
  const known = status?.isClosed === true ? { ...status, isClosed: false } : status === null ? last : null;
  if (known === null || known.unsent.total === 0) return nothing;
  return html`<p class="strong">When last known: ${statusHeadline(known)}</p>`;
}

function loading({ status, canPress }: StatusOnScreen): Part {
  const now = status?.loading;
  if (!now) return nothing;
  const left = timeLeft(now);
  const go = now.state === 'stopped';
  return html`<div class="loading">
    <p>${loadingWords(now)}${left === null ? nothing : html` <span class="aside">${left}</span>`}</p>
    <progress aria-label="First load" max=${now.of} value=${now.done}></progress>
    ${
      canPress
        ? html`<button type="button" ${press({ kind: 'load', go })}>
            ${go ? 'Go on loading' : 'Stop loading'}
          </button>`
        : nothing
    }
  </div>`;
}

/** For whoever looks after the server, so it stays closed. */
function aboutServer(status: KnownStatus): Part {
  const words = status?.serverWords ?? [];
  if (words.length === 0) return nothing;
  return html`<details class="aside">
    <summary>How this server takes what is written</summary>
    ${words.map((each) => html`<p>${each}</p>`)}
  </details>`;
}

const SILENT: ReadonlySet<DeviceStatus['server']> = new Set([
  'unreachable',
  'failing',
  'busy',
  'not-asked',
  'signed-out',
]);

function tryNow({ status, canPress, isTrying }: StatusOnScreen): Part {
  if (!canPress || !status || !SILENT.has(status.server) || status.newerRelease || status.isClosed)
    return nothing;
  return html`<button type="button" aria-disabled=${isTrying} ${press({ kind: 'try-now' })}>
    ${isTrying ? 'Trying' : 'Try now'}
  </button>`;
}
