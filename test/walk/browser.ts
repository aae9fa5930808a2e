import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/**
 * Starts a real Chromium, with the flags that keep it from contacting outside hosts. `profile`: the folder that it keeps
 * everything in. Without it the folder goes with the browser. `answerMs`: how long a call of the page may take.
 */
export function launch(profile?: string, answerMs?: number): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  return puppeteer.launch({
    ...(executablePath ? { executablePath } : {}),
    ...(profile === undefined ? {} : { userDataDir: profile }),
    ...(answerMs === undefined ? {} : { protocolTimeout: answerMs }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Collects the errors of a page: exceptions, console errors, and breaches of its content security policy. */
export function troubles(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') found.push(message.text());
  });
  return found;
}

/** The text that a component shows, across shadow roots. */
export function shownText(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => {
    const walk = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
      const children =
        node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
      return [...children].map(walk).join(' ');
    };
    return walk(element).replace(/\s+/g, ' ');
  });
}
