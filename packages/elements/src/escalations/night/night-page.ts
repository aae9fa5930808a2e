import { reportCaught } from '@ehch/clinical/diagnostics';
import { pressedOn } from '@ehch/clinical/session';
import { toldMoment } from '@ehch/clinical/thread';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { withinDeadline } from '../../internal/within-deadline.ts';
import { inboxPresses, type NightPress } from '../escalations-press.ts';
import { copyMatter, noteTaking, renderCopied, type Copied } from '../matter-copying.ts';
import type { MatterRow } from '../matter-rows.ts';
import type { RowAround, RowAtHand } from '../row-at-hand.ts';
import { printNight, renderNight, textOfNight, type LooksHere, type NightFacts } from './render-night.ts';

const { press } = inboxPresses;

type Taking<Kind extends NightPress['kind']> = Extract<NightPress, { kind: Kind }>;

/** The open page of one matter: what it says, and what a person takes out of it. */
export class NightPage {
  readonly #thread: string;
  readonly #changed: () => void;
  #copied: Copied | null = null;
  #looks: LooksHere = { state: 'not-read' };

  constructor(thread: string, changed: () => void) {
    this.#thread = thread;
    this.#changed = changed;
  }

  /** Asks the audit who has looked since it was raised. A late answer changes this page alone, and it is about one resident. */
  async askLooks({ row, source }: RowAtHand): Promise<void> {
    const found = row();
    const resident = found?.record?.resident;
    if (found === null || resident === undefined || source?.lookedAt === undefined) return;
    const { lookedAt } = source;
    // By the server's clock, as the audit is: a device whose clock runs ahead would leave out the looks of hours.
    const since = toldMoment(found.thread.raised, found.thread.entries);
    this.#hear({ state: 'asked' });
    await withinDeadline(
      () => lookedAt.call(source, resident, since),
      (outcome) => {
        if ('value' in outcome) return this.#hear({ state: 'read', ...outcome.value });
        // Not read is not "nobody": the page says so.
        reportCaught(outcome.error, 'elements/night/looks');
        this.#hear({ state: 'failed' });
      },
    );
  }

  #hear(looks: LooksHere): void {
    this.#looks = looks;
    this.#changed();
  }

  render(row: MatterRow, around: RowAround): TemplateResult {
    const { id: thread } = row.thread;
    const button = (label: string, action: NightPress) =>
      html`<button type="button" ${press(action)}>${label}</button>`;
    return html`<div class="part night" role="group" aria-label="The night on one page">
      ${renderNight(factsOf(row, around, this.#looks))}
      <div class="buttons">
        ${button('Copy with names', { kind: 'copy-night', thread, names: 'shown' })}
        ${button('Copy without names', { kind: 'copy-night', thread, names: 'left-out' })}
        ${button('Print this page', { kind: 'print-night', thread })}
      </div>
      ${this.#copied === null ? nothing : renderCopied(this.#copied)}
    </div>`;
  }

  press(action: Taking<'copy-night'> | Taking<'print-night'>, at: RowAtHand): void {
    this.#copied = null;
    void (action.kind === 'copy-night' ? this.#copy(action, at) : this.#print(at));
  }

  async #copy({ names }: Taking<'copy-night'>, { row, around, device }: RowAtHand): Promise<void> {
    const copied = await copyMatter(this.#thread, device, {
      row,
      textOf: (now) => textOfNight(factsOf(now, around(), this.#looks), names),
      done: names === 'shown' ? 'Copied, with names.' : 'Copied, without names.',
    });
    if (copied !== null) this.#say(copied);
  }

  async #print({ row, around, device, root, by }: RowAtHand): Promise<void> {
    const before = row();
    if (before === null) return;
    if (!(await noteTaking(before, device, 'print')))
      return this.#say({ thread: this.#thread, words: 'Not printed: it could not be noted.', text: null });
    // Guard: by now another resident may be on screen. What is printed is what stands here.
    const now = row();
    if (now === null) return;
    const identity = now.record?.sections.identity ?? null;
    printNight(root, factsOf(now, around(), this.#looks), { identity, by });
  }

  #say(copied: Copied): void {
    this.#copied = copied;
    this.#changed();
  }
}

function factsOf({ thread }: MatterRow, { session, place, now }: RowAround, looks: LooksHere): NightFacts {
  const shown = new Set(thread.entries.map(({ id }) => id));
  const pressed = pressedOn(session, thread.id).filter(({ entry }) => !shown.has(entry.id));
  return { thread, place, now, looks, notInIt: pressed.length };
}
