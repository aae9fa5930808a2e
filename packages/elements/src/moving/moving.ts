import type { HeldHere, HomeMoving, SealedFile } from '@ehch/clinical';
import { isStrongPassphrase } from '@ehch/clinical/rules';
import { html } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { KitFooter } from '../internal/kit-footer.ts';
import { Announcer } from '../internal/announcer.ts';
import { DoubleClick } from '../internal/double-click.ts';
import { EhchElement } from '../internal/ehch-element.ts';
import { base64Of, saveFile } from './file-text.ts';
import { movingPresses } from './moving-press.ts';
import type { MovingField, MovingPress } from './moving-press.ts';
import {
  contentWords,
  ERASE_WORD,
  eraseTrouble,
  exportTrouble,
  importTrouble,
  twiceFault,
} from './moving-words.ts';
import { styles } from './moving.styles.ts';
import { renderErase } from './render-erase.ts';
import { renderMoving } from './render-moving.ts';
import type { MovingOnScreen } from './render-moving.ts';

type Shown = Omit<MovingOnScreen, 'level' | 'made' | 'said'> & {
  readonly made: SealedFile | null;
  readonly held: HeldHere | null;
  readonly said: MovingOnScreen['said'] & { readonly erasing: string | null };
};

const NO_SECRETS = {
  leaving: '',
  'leaving-again': '',
  coming: '',
  secret: '',
  'secret-again': '',
  erase: '',
} as const;
const NOTHING: Shown = {
  fields: NO_SECRETS,
  faults: {},
  isBusy: false,
  made: null,
  fileName: null,
  taken: null,
  held: null,
  said: { leaving: null, coming: null, erasing: null },
};

/**
 * Moves everything that lies on this PC to another one: a sealed file with a passphrase of its own, and the same file taken in
 * over there. Both sides say how much there is, and the numbers have to be the same. Everything on this PC can be erased, once a
 * person has read how much of it is nowhere else.
 *
 * Set `moving` here. Passphrases are forgotten as soon as they were used.
 *
 * @tag ehch-moving
 * @csspart base - The wrapper of everything.
 */
export class MovingElement extends EhchElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    fileName: { attribute: 'file-name' },
    moving: { attribute: false },
  };

  /** The level of both headings, 1 to 6. */
  headingLevel = 2;

  /** The name under which the file is saved. Let it name no person. */
  fileName = 'care-home.ehch';

  /** Where the file comes from and goes to. */
  moving: HomeMoving | null = null;

  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #kitFooter = new KitFooter(this, () => [`moving=${this.#used === null ? 'none' : 'given'}`]);
  readonly #doubleClick = new DoubleClick();
  #used: HomeMoving | null = null;
  #shown: Shown = NOTHING;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
    // Neither a passphrase nor a whole home stays in the memory of a page that has gone on.
    this.#shown = NOTHING;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.moving === this.#used) return;
    this.#used = this.moving;
    this.#shown = NOTHING;
  }

  override render(): TemplateResult {
    const { made, ...shown } = this.#shown;
    const pressed = this.#pressed;
    return html`<div
      class="base"
      part="base"
      translate="no"
      @click=${pressed}
      @input=${pressed}
      @change=${pressed}
    >
      <p class="spoken" role="status">${this.#announcer.said}</p>
      ${
        this.#used === null
          ? html`<p class="card">This page moves nothing to another PC.</p>`
          : html`${renderMoving({ ...shown, level: this.headingLevel, made: made?.content ?? null })}${this.#erasing()}`
      }
      ${this.#kitFooter.render()}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { said, made, taken } = this.#shown;
    const done = made === null ? '' : contentWords(made.content);
    const came = taken === null ? '' : contentWords(taken);
    this.#announcer.see([said.leaving ?? done, said.coming ?? came, said.erasing ?? ''].join(' ').trim());
  }

  readonly #pressed = (event: Event): void => {
    const action = movingPresses.actionOf(event);
    if (action !== null && !this.#doubleClick.isStray(event, action)) this.#take(action);
  };

  #take(action: MovingPress): void {
    switch (action.kind) {
      case 'type':
        return this.#set({ fields: { ...this.#shown.fields, [action.field]: action.text } });
      case 'choose-file':
        return this.#set({ fileName: this.#chosen?.name ?? null, faults: {}, taken: null });
      case 'export':
        return void this.#export();
      case 'save':
        return this.#shown.made === null ? undefined : saveFile(this.fileName, this.#shown.made.base64);
      case 'import':
        return void this.#import();
      case 'count':
        return void this.#count();
      case 'erase':
        return void this.#erase();
    }
  }

  async #export(): Promise<void> {
    const { fields, isBusy, said } = this.#shown;
    const moving = this.#used;
    if (moving === null || isBusy) return;
    const passphrase = fields.leaving;
    const fault = twiceFault(passphrase, fields['leaving-again'], isStrongPassphrase(passphrase));
    if (fault !== null) return this.#set({ faults: { leaving: fault }, made: null });
    this.#set({ isBusy: true, faults: {}, made: null, said: { ...said, leaving: 'Making the file.' } });
    try {
      const made = await moving.exportHome(passphrase);
      this.#done(moving, ['leaving', 'leaving-again'], { made, said: { ...said, leaving: null } });
    } catch (error) {
      this.#done(moving, [], { said: { ...said, leaving: exportTrouble(error) } });
    }
  }

  async #import(): Promise<void> {
    const { fields, isBusy, said } = this.#shown;
    const moving = this.#used;
    if (moving === null || isBusy) return;
    const file = this.#chosen;
    const secret = fields.secret;
    const weak = twiceFault(secret, fields['secret-again'], isStrongPassphrase(secret));
    const faults = {
      ...(file === null && { file: 'Choose the file first.' }),
      ...(fields.coming === '' && { coming: 'Enter the passphrase of the file.' }),
      ...(weak !== null && { secret: weak }),
    };
    if (file === null || Object.keys(faults).length > 0) return this.#set({ faults, taken: null });
    this.#set({ isBusy: true, faults: {}, taken: null, said: { ...said, coming: 'Taking the file in.' } });
    try {
      const base64 = base64Of(new Uint8Array(await file.arrayBuffer()));
      const taken = await moving.importHome({ base64, passphrase: fields.coming, secret });
      this.#done(moving, ['coming', 'secret', 'secret-again'], { taken, said: { ...said, coming: null } });
    } catch (error) {
      this.#done(moving, [], { said: { ...said, coming: importTrouble(error) } });
    }
  }

  #erasing(): TemplateResult {
    const { fields, faults, isBusy, held, said } = this.#shown;
    return renderErase({
      level: this.headingLevel,
      typedWord: fields.erase,
      fault: faults.erase ?? null,
      isBusy,
      held,
      said: said.erasing,
    });
  }

  async #count(): Promise<void> {
    const { isBusy, said } = this.#shown;
    const moving = this.#used;
    if (moving === null || isBusy) return;
    this.#set({ isBusy: true, faults: {}, held: null });
    try {
      this.#done(moving, ['erase'], { held: await moving.heldHere(), said: { ...said, erasing: null } });
    } catch (error) {
      this.#done(moving, [], { said: { ...said, erasing: eraseTrouble(error) } });
    }
  }

  async #erase(): Promise<void> {
    const { fields, isBusy, said, held } = this.#shown;
    const moving = this.#used;
    if (moving === null || held === null || isBusy) return;
    if (fields.erase.trim() !== ERASE_WORD)
      return this.#set({ faults: { erase: `Type ${ERASE_WORD} in capitals. Nothing was erased.` } });
    this.#set({ isBusy: true, faults: {}, said: { ...said, erasing: 'Erasing.' } });
    try {
      await moving.wipe(held);
      const erasing = 'Erased. Nothing of this home is left on this PC.';
      this.#done(moving, ['erase'], { held: null, made: null, said: { ...said, erasing } });
    } catch (error) {
      // What was read is old: it is shown again before anybody erases it.
      this.#done(moving, ['erase'], { held: null, said: { ...said, erasing: eraseTrouble(error) } });
    }
  }

  /** What came of a press, unless another device has come meanwhile. Passphrases that were used are forgotten. */
  #done(moving: HomeMoving, used: readonly MovingField[], part: Partial<Shown>): void {
    if (moving !== this.#used) return;
    const forgotten = Object.fromEntries(used.map((name) => [name, '']));
    this.#set({ ...part, isBusy: false, fields: { ...this.#shown.fields, ...forgotten } });
  }

  get #chosen(): File | null {
    return this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0] ?? null;
  }

  #set(part: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...part };
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ehch-moving': MovingElement;
  }
}
