import type { Author, DeviceRecords, PlaceConfiguration } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { InboxSession } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { inboxPresses, type NightPress } from './escalations-press.ts';
import type { MatterRow } from './matter-rows.ts';
import type { NightPage } from './night/night-page.ts';

const { press } = inboxPresses;

/** What the page is drawn from, beside its row. */
export interface NightAround {
  readonly session: InboxSession;
  readonly place: PlaceConfiguration | null;
  readonly now: Instant;
}

/** What a press on the page needs of the list. */
export interface NightList {
  /** The row as it stands now; `null`: it is not there any more. */
  row(): MatterRow | null;
  around(): NightAround;
  readonly device: DeviceRecords | null;
  readonly root: ParentNode & Node;
  readonly by: Author | null;
}

/** What makes the page: its module, fetched when somebody asks for it. Few do. */
type NightModule = Pick<typeof import('./night/night-page.ts'), 'NightPage'>;

interface NightHost {
  requestUpdate(): void;
}

/** Fetched by the press that asks for it: the list stays as small as it is. */
const fetchNight = (): Promise<NightModule> => import('./night/night-page.ts');

/** The night on one page of the matter for which somebody opened it. */
export class NightDesk {
  readonly #host: NightHost;
  readonly #load: typeof fetchNight;
  #state: 'idle' | 'loading' | 'failed' = 'idle';
  #module: NightModule | null = null;
  /** The matter whose page is open; `null`: none is. */
  #thread: string | null = null;
  #page: NightPage | null = null;

  constructor(host: NightHost, load = fetchNight) {
    this.#host = host;
    this.#load = load;
  }

  /** Guard: nothing of one resident stays open when another comes. */
  leave(): void {
    this.#thread = this.#page = null;
  }

  render(row: MatterRow, around: NightAround): TemplateResult {
    const { id } = row.thread;
    const isOpen = this.#thread === id;
    return html`<div class="buttons">
        <button type="button" aria-expanded=${isOpen} ${press({ kind: 'night', thread: id, isOpen: !isOpen })}>
          The night on one page
        </button>
      </div>
      ${isOpen ? (this.#page?.render(row, around) ?? this.#coming(id)) : nothing}`;
  }

  #coming(thread: string): TemplateResult {
    if (this.#state !== 'failed') return html`<p role="status">Loading …</p>`;
    return html`<p class="notice strong" role="alert">
      The night on one page could not be loaded.
      <button type="button" ${press({ kind: 'night', thread, isOpen: true })}>Try again</button>
    </p>`;
  }

  press(action: NightPress, list: NightList): void {
    if (action.kind !== 'night') this.#page?.press(action, list);
    else {
      this.leave();
      if (action.isOpen) void this.#open(action.thread);
    }
    this.#host.requestUpdate();
  }

  async #open(thread: string): Promise<void> {
    this.#thread = thread;
    if (this.#module === null) {
      this.#state = 'loading';
      try {
        this.#module = await this.#load();
      } catch (error) {
        reportCaught(error, 'elements/escalations/night');
        // The state says it, and the screen offers another try.
        this.#state = 'failed';
      }
    }
    // Guard: meanwhile another resident may have come, or another matter.
    if (this.#module !== null && this.#thread === thread)
      this.#page = new this.#module.NightPage(thread, () => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
