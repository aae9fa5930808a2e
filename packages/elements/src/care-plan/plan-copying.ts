import type { Author } from '@ehch/clinical';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { PartLoader } from '../internal/part-loader.ts';
import type { PartSource } from '../internal/part-source.ts';
import { partNews, partWords } from '../internal/part-words.ts';
import type { PartSaid } from '../internal/part-words.ts';
import { planPresses } from './care-plan-press.ts';
import type { CopyPress } from './care-plan-press.ts';
import type { PlanCopies } from './copies-part.ts';
import type { PreparedCopy } from './copies/copy-stops.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** What is said where no copy can be made. The whole card is for people who care, and no stand-in for a copy. */
const COPIES_SAID: PartSaid = {
  awaited: 'Fetching what makes a copy. It opens by itself when it is here.',
  failed: 'No copy can be made here now: what makes it could not be fetched.',
  instead: 'Do not hand out the whole plan instead. Read out what may be told.',
};

/** The copy in plain English that somebody gets ready on one card. */
export class PlanCopying {
  readonly #loader: PartLoader<PlanCopies>;
  readonly #requestUpdate: () => void;
  #copy: PreparedCopy | null = null;

  constructor(requestUpdate: () => void, source: () => PartSource<PlanCopies>) {
    this.#requestUpdate = requestUpdate;
    this.#loader = new PartLoader(source, requestUpdate);
  }

  /** For the live region. */
  get news(): string {
    return partNews(this.#loader.state, COPIES_SAID);
  }

  prepare(): void {
    this.#loader.prepare();
  }

  /** Guard: a copy that was begun for one resident is not made for another. */
  forget(): void {
    this.#loader.forgetPress();
    this.#copy = null;
  }

  take(action: CopyPress): void {
    this.#loader.use((part) => {
      this.#copy = part.after(this.#copy, action);
      this.#requestUpdate();
    });
  }

  /** Whether nothing stands in the way of the copy. `null`: nobody gets one ready. */
  isReady(around: PlanSurroundings): boolean | null {
    const [copy, { part }] = [this.#copy, this.#loader];
    return copy === null || part === null ? null : part.isReady(copy, around);
  }

  print(place: ParentNode & Node, around: PlanSurroundings, author: Author | null): void {
    if (this.#copy !== null) this.#loader.part?.print(place, this.#copy, around, author);
  }

  render(around: PlanSurroundings): TemplateResult {
    if (!around.mayGiveToFamily)
      return html`<p class="aside">No copy in plain English: the source of these records does not allow it.</p>`;
    const [copy, { part, state }] = [this.#copy, this.#loader];
    if (copy !== null && part !== null) return part.renderChooser(copy, around);
    const open = planPresses.press({ kind: 'open-copy', isOpen: true });
    return html`<button type="button" class="change-plan" ${open}>A copy in plain English</button> ${partWords(
      state,
      COPIES_SAID,
    )}`;
  }
}
