/** What each contestant's page gives the driver. The page sets `window.bench` when its library is ready. */
export interface SummaryPage {
  /** Has the record at hand before anybody opens it, where the contestant keeps one. It is not timed. */
  prepare?(bundle: unknown): Promise<unknown>;
  /** Starts drawing a FHIR R4 Bundle about one patient. What is painted, and when, is judged from outside. */
  mount(bundle: unknown): unknown;
  /** Takes away what was drawn, as when another resident is opened. */
  unmount(): unknown;
  /** All that the eye reads, lower case, across shadow roots. */
  text(): string;
}

declare global {
  interface Window {
    summaryPage: SummaryPage;
  }
}
