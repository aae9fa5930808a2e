/** The interface of each contestant's page. The page sets `window.bench` when its library is ready. */
export interface SummaryPage {
  /** Loads the record beforehand, where the contestant keeps one. The driver does not time it. */
  prepare?(bundle: unknown): Promise<unknown>;
  /** Starts to render a FHIR R4 Bundle about one patient. The driver judges from outside what is painted, and when. */
  mount(bundle: unknown): unknown;
  /** Removes what was rendered, as when a person opens another resident. */
  unmount(): unknown;
  /** All text that a person can read, in lower case, across shadow roots. */
  text(): string;
}

declare global {
  interface Window {
    summaryPage: SummaryPage;
  }
}
