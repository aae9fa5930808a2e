/** The interface of each contestant's page. The page sets `window.bench` when its library is ready. */
export interface BenchPage {
  /** Starts to render a FHIR R4 Questionnaire. The driver judges from outside what is painted, and when. */
  mount(questionnaire: unknown): unknown;
  unmount(): void;
  /** How many radios of scored questions the page shows. */
  radios(): number;
  /** The element that a person presses for an option of a question. The option's place counts from 0. */
  radio(linkId: string, option: number): Element | null;
  /** The total as a person reads it. `''`: shown and empty. `null`: not shown. */
  total(linkId: string): string | null;
  /** The field in which a person types a number. */
  decimal(linkId: string): HTMLElement | null;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
