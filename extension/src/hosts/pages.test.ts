import { expect } from '@open-wc/testing';
import { readBanner } from '../content/read-banner.ts';
import { closePages, openPage } from '../content/saved-page.fixtures.ts';
import type { HostPage } from './host-page.ts';

Object.assign(globalThis, { __DEMO__: true });
const { hosts } = await import('./index.ts');

describe('every saved page of every host', () => {
  afterEach(closePages);

  for (const adapter of hosts) {
    it(`${adapter.template.title}: each page reads as the person it shows`, async () => {
      const { pages } = (await import(`./${adapter.id}/${adapter.id}.pages.ts`)) as {
        pages: readonly HostPage[];
      };
      expect(pages.length).to.be.greaterThan(10);
      for (const { file, reads } of pages) {
        const response = await fetch(new URL(`./${adapter.id}/${file}`, import.meta.url));
        const reading = readBanner(await openPage(await response.text()), adapter);
        expect(reading.kind === 'person' ? reading.person : reading.kind, file).to.deep.equal(reads);
        closePages();
      }
    });
  }
});
