import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { PartLoader } from '../internal/part-loader.ts';
import { PartSource } from '../internal/part-source.ts';
import { partNews, partWords } from '../internal/part-words.ts';
import type { PartSaid } from '../internal/part-words.ts';
import { inboxPresses, type NightPress } from './escalations-press.ts';
import type { MatterRow } from './matter-rows.ts';
import type { NightPage } from './night/night-page.ts';
import type { RowAround, RowAtHand } from './row-at-hand.ts';

const { press } = inboxPresses;

/** What makes the page. */
export type NightPart = Pick<typeof import('./night/night-page.ts'), 'NightPage'>;

/** Fetched by the press that asks for it: few do, and nobody needs it beside a resident. */
export const nightSource = new PartSource<NightPart>(() => import('./night/night-page.ts'));

const SAID: PartSaid = {
  awaited: 'Fetching the night on one page. It opens by itself when it is here.',
  failed: 'The night on one page could not be fetched.',
  instead: 'What happened stands in the list above.',
};

interface NightHost {
  requestUpdate(): void;
}

/** The night on one page of the matter for which somebody pressed. */
export class NightDesk {
  readonly #host: NightHost;
  readonly #loader: PartLoader<NightPart>;
  /** The matter whose page was asked for; `null`: none was. */
  #thread: string | null = null;
  /** `null`: it is not here, or nobody asked for one. */
  #page: NightPage | null = null;

  constructor(host: NightHost, source: () => PartSource<NightPart>) {
    this.#host = host;
    this.#loader = new PartLoader(source, () => host.requestUpdate());
  }

  /** Guard: nothing of one resident stays open when another comes, and nothing opens then. */
  leave(): void {
    this.#loader.forgetPress();
    this.#thread = this.#page = null;
  }

  render(row: MatterRow, around: RowAround): TemplateResult {
    const { id } = row.thread;
    const isAsked = this.#thread === id;
    const isOpen = isAsked && this.#page !== null;
    return html`<div class="buttons">
        <button type="button" aria-expanded=${isOpen} ${press({ kind: 'night', thread: id, isOpen: !isOpen })}>
          The night on one page
        </button>
      </div>
      ${isAsked ? (this.#page?.render(row, around) ?? partWords(this.#loader.state, SAID)) : nothing}`;
  }

  /** For the live region. */
  get news(): string {
    return this.#thread === null ? '' : partNews(this.#loader.state, SAID);
  }

  press(action: NightPress, at: RowAtHand): void {
    if (action.kind !== 'night') this.#page?.press(action, at);
    else {
      this.leave();
      if (action.isOpen) this.#open(action.thread, at);
    }
    this.#host.requestUpdate();
  }

  #open(thread: string, at: RowAtHand): void {
    this.#thread = thread;
    this.#loader.use(({ NightPage }) => {
      this.#page = new NightPage(thread, () => this.#host.requestUpdate());
      void this.#page.askLooks(at);
      this.#host.requestUpdate();
    });
  }
}
