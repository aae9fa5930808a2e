import type { TemplateResult } from 'lit/html.js';

/** What the panel shows and announces for one state. */
export interface Screen {
  /** The screen reader announces this once, when the state begins. */
  readonly announcement: string;
  readonly words: TemplateResult;
}

/** Makes a screen whose heading is also the announcement. */
export function screen(heading: string, words: (heading: string) => TemplateResult): Screen {
  return { announcement: heading, words: words(heading) };
}
