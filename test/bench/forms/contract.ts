/** What each contestant's page gives the driver. The page sets `window.bench` when its library is ready. */
export interface BenchPage {
  /** Starts drawing a FHIR R4 Questionnaire. What is painted, and when, is judged from outside. */
  mount(questionnaire: unknown): unknown;
  unmount(): void;
  /** How many radios of scored questions are drawn. */
  radios(): number;
  /** What a person presses for the option of a question, by its place from 0. */
  radio(linkId: string, option: number): Element | null;
  /** What the eye reads as the total; `''`: drawn and empty, `null`: not drawn. */
  total(linkId: string): string | null;
  /** Where a number is typed. */
  decimal(linkId: string): HTMLElement | null;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
