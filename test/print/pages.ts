import type { Page } from 'puppeteer-core';
import { extractText, getDocumentProxy } from 'unpdf';

/** What stands on each sheet of paper when a page is printed on A4, with the margins of Chromium's own print dialogue. */
export async function printedPages(page: Page): Promise<readonly string[]> {
  const margin = '1cm';
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((words) => words.replace(/\s+/g, ' '));
}
