import type { Page } from 'puppeteer-core';

/** What a host does while a person is on screen, and after which nobody may be shown. */
export interface Change {
  readonly id: string;
  /** Makes the page ready, before anybody is chosen. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Changes the page, and gives the moment in milliseconds of the machine's clock. Runs in the page. */
  readonly make: () => number;
  /** Whether the vault is held up for three seconds meanwhile. */
  readonly isVaultBusy?: true;
}

/** Elements of a large host page, beside its banner. */
const MANY = 100_000;

const addMany = (page: Page) =>
  page.evaluate((count) => {
    const box = document.createElement('div');
    box.style.cssText = 'height: 40px; overflow: auto';
    for (let at = 0; at < count / 2; at += 1) {
      const row = document.createElement('p');
      row.append(document.createElement('b'));
      box.append(row);
    }
    document.body.append(box);
  }, MANY);

/** Another patient in the same elements, as a host that never loads again writes them. */
const another = () => {
  const write = (id: string, text: string) => {
    const element = document.getElementById(id);
    if (element) element.textContent = text;
  };
  write('banner-name', 'BARRACLOUGH, Neil');
  write('banner-nhs', '999 000 0131');
  return performance.timeOrigin + performance.now();
};

const hidden = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('#banner { display: none }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return performance.timeOrigin + performance.now();
};

const covered = () => {
  const dialog = document.createElement('dialog');
  dialog.textContent = 'BARRACLOUGH, Neil';
  document.body.append(dialog);
  dialog.showModal();
  return performance.timeOrigin + performance.now();
};

const left = () => {
  history.pushState(null, '', '/elsewhere');
  return performance.timeOrigin + performance.now();
};

export const CHANGES: readonly Change[] = [
  { id: 'another patient in the same elements', make: another },
  { id: 'the banner hidden by a style sheet', make: hidden },
  { id: 'a dialog over the page', make: covered },
  { id: 'an address outside the adapter’s paths', make: left },
  { id: 'another patient, on a page of 100,000 elements', prepare: addMany, make: another },
  { id: 'hidden by a style sheet, on 100,000 elements', prepare: addMany, make: hidden },
  { id: 'a dialog, on 100,000 elements', prepare: addMany, make: covered },
  { id: 'another patient, while the vault is busy', make: another, isVaultBusy: true },
  { id: 'a dialog, while the vault is busy', make: covered, isVaultBusy: true },
];
