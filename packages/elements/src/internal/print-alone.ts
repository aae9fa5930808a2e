import { render } from 'lit';
import type { CSSResult, TemplateResult } from 'lit';
import { PAGE_NUMBERS } from './printing.ts';
import { putAway } from './put-away.ts';

/**
 * Prints one thing of a page and nothing of the host's: from a document of its own, without inline style or script. The
 * document's title, which becomes a file's name, says nothing of the resident.
 */
export function printAlone(
  place: ParentNode & Node,
  title: string,
  content: TemplateResult,
  styles: readonly CSSResult[],
): void {
  putAway(place);
  const frame = document.createElement('iframe');
  frame.className = 'spoken';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  place.appendChild(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (view === null) return;
  view.document.title = title;
  view.document.documentElement.lang = 'en-GB';
  // A style sheet belongs to the document that it was made in.
  view.document.adoptedStyleSheets = [...styles.map(({ cssText }) => cssText), PAGE_NUMBERS].map((text) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  render(content, view.document.body);
  view.addEventListener('afterprint', () => putAway(place));
  view.print();
}
