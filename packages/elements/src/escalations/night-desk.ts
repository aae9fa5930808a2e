import type { Author, DeviceRecords, PlaceConfiguration } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { pressedOn, type InboxSession } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { inboxPresses, type NightPress } from './escalations-press.ts';
import { copyMatter, noteTaking, renderCopied, type Copied } from './matter-copying.ts';
import type { MatterRow } from './matter-rows.ts';
import type { NightFacts } from './night-page.ts';

const { press } = inboxPresses;

/** What draws, writes and prints the page. It is fetched when somebody asks for it: few do. */
export type NightPage = Pick<typeof import('./night-page.ts'), 'renderNight' | 'textOfNight' | 'printNight'>;

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

interface NightHost {
  load(): Promise<NightPage>;
  requestUpdate(): void;
}

/** The night on one page of the matter for which somebody opened it. */
export class NightDesk {
  readonly #host: NightHost;
  #page: NightPage | null = null;
  #state: 'idle' | 'loading' | 'failed' = 'idle';
  #thread: string | null = null;
  #copied: Copied | null = null;

  constructor(host: NightHost) {
    this.#host = host;
  }

  /** Nothing of one resident stays open when another comes. */
  leave(): void {
    this.#thread = this.#copied = null;
  }

  render(row: MatterRow, around: NightAround): TemplateResult {
    const { id } = row.thread;
    const isOpen = this.#thread === id;
    return html`<div class="buttons">
        <button type="button" aria-expanded=${isOpen} ${press({ kind: 'night', thread: id, isOpen: !isOpen })}>
          The night on one page
        </button>
      </div>
      ${isOpen ? this.#opened(row, around) : nothing}`;
  }

  #opened(row: MatterRow, around: NightAround): TemplateResult {
    const { id } = row.thread;
    if (this.#page === null)
      return this.#state === 'failed'
        ? html`<p class="notice strong" role="alert">
            The night on one page could not be loaded.
            <button type="button" ${press({ kind: 'night', thread: id, isOpen: true })}>Try again</button>
          </p>`
        : html`<p role="status">Loading …</p>`;
    return html`<div class="part night" role="group" aria-label="The night on one page">
      ${this.#page.renderNight(factsOf(row, around))}
      <div class="buttons">
        <button type="button" ${press({ kind: 'copy-night', thread: id, names: 'shown' })}>Copy with names</button>
        <button type="button" ${press({ kind: 'copy-night', thread: id, names: 'left-out' })}>
          Copy without names
        </button>
        <button type="button" ${press({ kind: 'print-night', thread: id })}>Print this page</button>
      </div>
      ${this.#copied === null ? nothing : renderCopied(this.#copied)}
    </div>`;
  }

  press(action: NightPress, list: NightList): void {
    this.#copied = null;
    switch (action.kind) {
      case 'night':
        this.#thread = action.isOpen ? action.thread : null;
        if (action.isOpen) void this.#fetch();
        break;
      case 'copy-night':
        void this.#copy(action, list);
        break;
      case 'print-night':
        void this.#print(action.thread, list);
        break;
    }
    this.#host.requestUpdate();
  }

  async #fetch(): Promise<void> {
    if (this.#page !== null || this.#state === 'loading') return;
    this.#state = 'loading';
    try {
      this.#page = await this.#host.load();
      this.#state = 'idle';
    } catch (error) {
      reportCaught(error, 'elements/escalations/night');
      // The state says it, and the screen offers another try.
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
  }

  async #copy(
    { thread, names }: Extract<NightPress, { kind: 'copy-night' }>,
    { row, around, device }: NightList,
  ): Promise<void> {
    const page = this.#page;
    if (page === null) return;
    const copied = await copyMatter(thread, device, {
      row,
      textOf: (now) => page.textOfNight(factsOf(now, around()), names),
      done: names === 'shown' ? 'Copied, with names.' : 'Copied, without names.',
    });
    this.#say(thread, copied);
  }

  async #print(thread: string, { row, around, device, root, by }: NightList): Promise<void> {
    const page = this.#page;
    const before = row();
    if (page === null || before === null) return;
    if (!(await noteTaking(before, device)))
      return this.#say(thread, { thread, words: 'Not printed: it could not be noted.', text: null });
    // Guard: by now another resident may be on screen. What is printed is what stands here.
    const now = row();
    if (now === null || this.#thread !== thread) return;
    page.printNight(root, factsOf(now, around()), {
      identity: now.record?.sections.identity ?? null,
      by,
    });
  }

  /** Guard: a late answer about a page that is closed says nothing. */
  #say(thread: string, copied: Copied | null): void {
    if (copied === null || this.#thread !== thread) return;
    this.#copied = copied;
    this.#host.requestUpdate();
  }
}

function factsOf({ thread }: MatterRow, { session, place, now }: NightAround): NightFacts {
  const shown = new Set(thread.entries.map(({ id }) => id));
  const pressed = pressedOn(session, thread.id).filter(({ entry }) => !shown.has(entry.id));
  return { thread, place, now, notInIt: pressed.length };
}
