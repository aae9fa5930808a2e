import type { TemplateResult } from 'lit/html.js';

/** What one state says. */
export interface Screen {
  /** For a screen reader, once, when the state comes. */
  readonly said: string;
  readonly words: TemplateResult;
}

/** A screen whose heading is also what is said. */
export function screen(heading: string, words: (heading: string) => TemplateResult): Screen {
  return { said: heading, words: words(heading) };
}
