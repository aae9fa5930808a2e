import type { Page } from 'puppeteer-core';
import { ASHWORTH, FARROW } from '../../extension/walk/stage.ts';

/** What a host does while a person is on screen, and after which nobody may be shown. */
export interface Change {
  readonly id: string;
  /** Which of the hosts, and how a resident comes on its screen. */
  readonly host: 'one page' | 'a frame for each';
  readonly whom: { readonly row: string; readonly family: string };
  /** Makes the page ready, before anybody is chosen. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Changes the page, and gives the moment in milliseconds of the machine's clock. Runs in the page. */
  readonly make: () => number;
  /** What else goes on meanwhile: the vault held up for three seconds, or a record of 10 MB being read. */
  readonly during?: 'a busy vault' | 'reading 10 MB';
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

/** The frame of the resident moves off the screen, and nobody's comes in its place. */
const frameAway = () => {
  const frame = document.querySelector<HTMLElement>('iframe[name=hers]');
  if (frame) frame.style.left = '-20000px';
  return performance.timeOrigin + performance.now();
};

/** Another resident's frame is laid over hers, as a window in a window. */
const frameOver = () => {
  const frame = document.querySelector<HTMLElement>('iframe[name=other]');
  if (frame) frame.style.left = '0px';
  return performance.timeOrigin + performance.now();
};

const onePage = { host: 'one page', whom: ASHWORTH } as const;
const framed = { host: 'a frame for each', whom: ASHWORTH } as const;
const large = { host: 'one page', whom: FARROW, during: 'reading 10 MB' } as const;

export const CHANGES: readonly Change[] = [
  { ...onePage, id: 'another patient in the same elements', make: another },
  { ...onePage, id: 'the banner hidden by a style sheet', make: hidden },
  { ...onePage, id: 'a dialog over the page', make: covered },
  { ...onePage, id: 'an address outside the adapter’s paths', make: left },
  { ...onePage, id: 'another patient, on 100,000 elements', prepare: addMany, make: another },
  { ...onePage, id: 'hidden by a style sheet, on 100,000 elements', prepare: addMany, make: hidden },
  { ...onePage, id: 'a dialog, on 100,000 elements', prepare: addMany, make: covered },
  { ...framed, id: 'a frame for each patient: hers moves off the screen', make: frameAway },
  { ...framed, id: 'a frame for each patient: another over hers', make: frameOver },
  { ...large, id: 'another patient, while 10 MB are read', make: another },
  { ...large, id: 'a dialog, while 10 MB are read', make: covered },
  { ...onePage, id: 'another patient, while the vault is busy', make: another, during: 'a busy vault' },
  { ...onePage, id: 'a dialog, while the vault is busy', make: covered, during: 'a busy vault' },
];
