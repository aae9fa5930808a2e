// Pages of a system that no build knows by its address, on any name below localhost. All people are invented.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A resident of the demo, and a patient who is none, as the page of such a system writes them. */
export const DORIS = { name: 'ASHWORTH, Doris May', born: '09-Mar-1938', number: '999 000 0018' };
export const NOBODY_KNOWN = { name: 'BARRACLOUGH, Simon', born: '02-May-1979', number: '999 001 2008' };
type Person = typeof DORIS;

const banner = ({ name, born, number }: Person) =>
  `<section id="banner"><b id="banner-name">${name}</b> Born <b id="banner-born">${born}</b> NHS No. <b id="banner-nhs">${number}</b></section>`;
const row = ({ name, born, number }: Person) =>
  `<table id="whois"><tr><td class="name">${name}</td><td class="dob">D.O.B. ${born}</td><td class="nhs">NHS No: ${number}</td></tr></table>`;

const PAGES: Readonly<Record<string, (port: number) => string>> = {
  '/': () => banner(DORIS),
  '/stranger': () => banner(NOBODY_KNOWN),
  '/unknown': () => unknown(DORIS),
  '/unknown/second': () => unknown(NOBODY_KNOWN),
  // Something of the page lies over it.
  '/unknown/dialog': () => `${unknown(DORIS)}<dialog id="over">Over it</dialog>`,
  // Names of elements that hide what a script asks the page for.
  '/unknown/clobbered': () =>
    `<form name="createElement"><input name="shadowRoot"><input name="textContent"></form><img name="documentElement"><img name="elementFromPoint"><form name="nodeType"></form>${unknown(DORIS)}`,
  '/unknown/closed': () =>
    `<x-banner style="display: block">.</x-banner><script>document.querySelector('x-banner').attachShadow({ mode: 'closed' }).innerHTML = '<b>999 000 0018</b>'</script>`,
  // It lets no frame of anybody load that does not agree to that.
  '/unknown/isolated': () => unknown(DORIS),
  '/unknown/in-frame': (port) => `<iframe src="http://taught.localhost:${port}/unknown"></iframe>`,
  // The page writes its frame by itself, so the frame has no address of its own.
  '/written-frame': () => `<iframe srcdoc="${row(DORIS).replaceAll('"', '&quot;')}"></iframe>`,
  '/row': () => row(DORIS),
  // Somebody else's page with the frame of a record in it.
  '/around': (port) => `<iframe src="http://frames.localhost:${port}/row"></iframe>`,
};

/** A page of a system that no template knows: its names of classes are a build tool's, and an id has the number in it. */
const unknown = ({ name, born, number }: Person) =>
  `<main><h1>Patient</h1><dl class="css-1x2y3z">
    <div class="sc-aBcDe"><dt>Patient name</dt><dd id="banner-name">${name}</dd></div>
    <div class="sc-aBcDe"><dt>D.O.B.</dt><dd id="banner-born">${born}</dd></div>
    <div class="sc-aBcDe"><dt>NHS No.</dt><dd><span id="p${number.replaceAll(' ', '')}"><b id="banner-nhs">${number}</b></span></dd></div>
  </dl><p>Notes</p></main>`;

export interface OtherSite {
  readonly port: number;
  /** The address of a page on a host of this name. */
  at(name: string, path?: string): string;
  close(): void;
}

export async function startOtherSite(): Promise<OtherSite> {
  const server = createServer(({ url = '/' }, response) => answer(url, port, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    at: (name, path = '/') => `http://${name}.localhost:${port}${path}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(url: string, port: number, response: ServerResponse): void {
  const page = PAGES[url];
  if (page === undefined) return void response.writeHead(404).end();
  const isolated = url.endsWith('/isolated') ? { 'cross-origin-embedder-policy': 'require-corp' } : {};
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...isolated });
  response.end(`<!doctype html><html lang="en-GB"><title>Record</title><body>${page(port)}</body></html>`);
}

/** Writes another person into the banner of a page, as a page without loading does. Runs in the page. */
export function write({ name, born, number }: Person): void {
  const set = (id: string, text: string) => {
    const element = document.getElementById(id);
    if (element) element.textContent = text;
  };
  set('banner-name', name);
  set('banner-born', born);
  set('banner-nhs', number);
}
