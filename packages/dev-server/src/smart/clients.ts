/** A public client: it has no secret, because whoever has the program could read it. */
export interface RegisteredClient {
  readonly id: string;
  /** How the sign-in page names it. */
  readonly name: string;
  /** Where a code may be sent. An address is compared character by character. */
  readonly redirectUris: readonly string[];
}

/** The hash of the key in the manifest that Chrome builds have. */
const CHROME_ID = 'higmcdaaefiehmbkpdfmajdoicgmdiob';
/** SHA-1 of the extension's id in Firefox, as `identity.getRedirectURL` makes it. */
const FIREFOX_SUBDOMAIN = 'c2edc64de490fffa340cb2fd6fbffe0688e4c948';

const REDIRECTS_OF_THE_EXTENSION = [
  `https://${CHROME_ID}.chromiumapp.org/`,
  `https://${FIREFOX_SUBDOMAIN}.extensions.allizom.org/`,
  // Firefox listens to this address itself. Nothing on the machine has to.
  `http://127.0.0.1/mozoauth2/${FIREFOX_SUBDOMAIN}`,
];

/** The registry of clients. `DevServerOptions.clients` adds those of a test. */
export const CLIENTS: readonly RegisteredClient[] = [
  {
    id: 'ehch-kit-extension',
    name: 'EHCH Kit extension',
    redirectUris: REDIRECTS_OF_THE_EXTENSION,
  },
  {
    id: 'ehch-kit-demo-hosts',
    name: 'EHCH Kit demo hosts',
    redirectUris: [
      'http://localhost:8100/gp-record/',
      'http://gp.localhost:8100/gp-record/',
      'http://diary.localhost:8100/care-diary/',
    ],
  },
];
