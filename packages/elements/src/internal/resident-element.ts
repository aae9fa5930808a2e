import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type {
  DeviceRecords,
  Drill,
  PlaceConfiguration,
  ResidentId,
  ResidentSource,
  ResidentView,
  WatchRequest,
} from '@ehch/clinical';
import type { Clock, Instant } from '@ehch/clinical/time';
import type { Context } from '@lit/context';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { clockContext, deviceContext, drillContext, placeContext, sourceContext } from './contexts.ts';
import { EhchElement } from './ehch-element.ts';
import { EhchMismatchEvent, EhchRetryEvent } from './events.ts';
import { FromProvider } from './from-provider.ts';
import { KitFooter } from './kit-footer.ts';
import { endPrint, noteBrowserPrint } from './noted.ts';
import type { PartSource } from './part-source.ts';
import { Printing } from './printing.ts';
import type { RetryPress } from './retry.ts';
import { withAllSections } from './section-surroundings.ts';
import { viewCodes } from './state-codes.ts';

/** What a component about one resident may show at this moment. */
export type Shown =
  | { readonly state: 'nobody' }
  | { readonly state: 'loading'; readonly resident: ResidentId }
  | { readonly state: 'no-source'; readonly resident: ResidentId }
  /** The source broke when it was asked. */
  | { readonly state: 'failed'; readonly resident: ResidentId }
  /** The data at hand are about somebody else. Nothing of them is shown. */
  | { readonly state: 'mismatch'; readonly resident: ResidentId }
  | { readonly state: 'view'; readonly view: ResidentView };

const NO_TEXT = new EhchError(
  'bad-argument',
  'The `resident` of a component is no text. Give the id as the source writes it, and never as a number.',
);

const NOBODY = { resident: null, source: null };

/** How often sentences that depend on the time of day are told anew. */
const RETELL_EVERY_MS = 60_000;

/**
 * A component about one resident. It makes sure that nobody else's facts are ever on the screen: what was shown
 * goes before anything new is asked, answers of an earlier question are ignored whatever the source does, and
 * a view that names another resident is refused.
 *
 * The four protected methods are its guards. A test overrides each in turn and sees its proof fail.
 */
export abstract class ResidentElement extends EhchElement {
  // Not decorators: their helpers weigh half a kilobyte, which is a section of the summary.
  static override properties: PropertyDeclarations = { resident: {}, view: { attribute: false } };

  /** The resident to show: an opaque id that the source understands. Not an NHS number. */
  resident: ResidentId | null = null;

  /** The data to show. Wins over the provider; nothing is asked of a source while it is set. */
  view: ResidentView | null = null;

  /** Whether it is for live use, by which place file it speaks, and the way to report an incident. */
  protected readonly kitFooter = new KitFooter(this, () => this.stateCodes);

  #source: ResidentSource | null = null;
  #place: PlaceConfiguration | null = null;
  #clock: Clock | null = null;
  #drill: Drill | null = null;
  #device: DeviceRecords | null = null;
  readonly #provider = new FromProvider(this, () => this.ask());
  #latest: ResidentView | null = null;
  #watch: AbortController | null = null;
  #watched: { resident: ResidentId | null; source: unknown; since?: WatchRequest['since'] } = NOBODY;
  #failed = false;
  #mismatchTold: ResidentId | null = null;
  #retelling: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.addController(
      new Printing(
        () => this.drawForPaper(),
        () => this.paperIsDone(),
      ),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#retelling = setInterval(() => this.requestUpdate(), RETELL_EVERY_MS);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#retelling);
    this.#stop();
    this.forget();
    this.#source = this.#place = this.#clock = this.#drill = this.#device = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const source = this.#source;
    // Frameworks clear a property with `undefined`.
    const resident = !this.view && this.isConnected ? this.resident || null : null;
    const asked = this.watchRequest;
    const isSame = resident === this.#watched.resident && source === this.#watched.source;
    if (isSame && asked.since === this.#watched.since) return;
    // The same reader asks the same source about the same resident: what is on screen stays until the answer comes.
    const former = isSame ? this.#watch : null;
    if (!isSame) {
      this.#stop();
      this.forget();
    }
    // Guard: a number may have been rounded to the id of somebody else, and "[object Object]" is nobody's.
    if (resident !== null && typeof resident !== 'string') throw NO_TEXT;
    this.#watched = { resident, source, ...asked };
    if (resident !== null && source !== null) this.#begin(resident, source, asked);
    // Only now: a source that nobody watches takes the resident for gone.
    former?.abort();
  }

  #begin(resident: ResidentId, source: ResidentSource, asked: WatchRequest): void {
    const watch = new AbortController();
    this.#watch = watch;
    this.#failed = false;
    try {
      source.watch(resident, (view) => this.#receive(view, watch), watch.signal, asked);
    } catch (error) {
      reportCaught(error, 'elements/watch');
      // The port says that a source does not throw. One that does must not leave the old resident on screen.
      this.forget();
      this.#failed = true;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { shown } = this;
    const resident = shown.state === 'mismatch' ? shown.resident : null;
    if (resident === this.#mismatchTold) return;
    this.#mismatchTold = resident;
    if (resident !== null) this.dispatchEvent(new EhchMismatchEvent(resident));
  }

  /** What may be shown now. */
  protected get shown(): Shown {
    const view = this.view ?? this.#latest ?? null;
    const resident = this.resident || view?.resident;
    if (!resident) return { state: 'nobody' };
    if (!this.isInDrill(resident)) return { state: 'mismatch', resident };
    if (view !== null) {
      return this.isAbout(view, resident)
        ? { state: 'view', view: withAllSections(view, this.now) }
        : { state: 'mismatch', resident };
    }
    if (this.#failed) return { state: 'failed', resident };
    return this.#source ? { state: 'loading', resident } : { state: 'no-source', resident };
  }

  /** What is on screen, as codes without a value: for the report of an incident. */
  protected get stateCodes(): readonly string[] {
    const { shown } = this;
    return [`shown=${shown.state}`, ...(shown.state === 'view' ? viewCodes(shown.view) : [])];
  }

  /** What this component wants of its source beside the record. */
  protected get watchRequest(): WatchRequest {
    return {};
  }

  /** The present moment, from the provider's clock or the device's. */
  protected get now(): Instant {
    return this.#clock?.() ?? new Date().toISOString();
  }

  /** Where it is noted that a record leaves the program, as text or on paper. `null`: the page keeps its own audit. */
  protected get device(): DeviceRecords | null {
    return this.#device;
  }

  protected get place(): PlaceConfiguration | null {
    return this.#place;
  }

  /** Guard: an answer counts only while its question is the last one asked. */
  protected isCurrent(watch: AbortController): boolean {
    return this.#watch === watch && !watch.signal.aborted;
  }

  /** Guard: a view counts only when it names the resident that was asked for. */
  protected isAbout(view: ResidentView, resident: ResidentId): boolean {
    return view.resident === resident;
  }

  /** Guard: what is pressed in a drill is never sent, so nobody who exists is shown there. */
  protected isInDrill(resident: ResidentId): boolean {
    return this.#drill === null || this.#drill.residents.some(({ id }) => id === resident);
  }

  /** Guard: what was shown goes before anything new is asked. */
  protected forget(): void {
    this.#latest = null;
  }

  /** Asks the nearest provider, and hears of every change until this component leaves. */
  protected ask(): void {
    this.subscribe(sourceContext, (source) => (this.#source = source));
    this.subscribe(placeContext, (place) => (this.#place = place));
    this.subscribe(clockContext, (clock) => (this.#clock = clock));
    this.subscribe(drillContext, (drill) => (this.#drill = drill));
    this.subscribe(deviceContext, (device) => (this.#device = device));
  }

  protected subscribe<T>(context: Context<unknown, T>, take: (value: T) => void): void {
    this.#provider.subscribe(context, take);
  }

  /** Tells the page, or its provider, that a person wants this to be read again. */
  protected readAgain({ section }: RetryPress): void {
    const { shown } = this;
    if (shown.state === 'nobody') return;
    const resident = shown.state === 'view' ? shown.view.resident : shown.resident;
    this.dispatchEvent(new EhchRetryEvent(resident, section));
  }

  /** Where a part comes from that is fetched later. A test gives it late, or not at all. */
  protected partSource<Part>(usual: PartSource<Part>): PartSource<Part> {
    return usual;
  }

  /** Draws at once what is to be printed. */
  protected drawForPaper(): void {
    const { shown } = this;
    if (shown.state === 'view') noteBrowserPrint(this.#device, shown.view.resident);
    this.requestUpdate();
    this.performUpdate();
  }

  /** It was printed. What was drawn for paper alone goes again. */
  protected paperIsDone(): void {
    endPrint();
    this.requestUpdate();
  }

  #receive(view: ResidentView, watch: AbortController): void {
    if (!this.isCurrent(watch)) return;
    this.#latest = view;
    this.requestUpdate();
  }

  #stop(): void {
    this.#watch?.abort();
    this.#watch = null;
    this.#failed = false;
    this.#watched = NOBODY;
  }
}
