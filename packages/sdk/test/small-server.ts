/** A tiny FHIR server behind a host page's own `fetch`. Its residents are fictional. */
const text = (words: string) => ({ text: words });
const clinical = (system: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code: 'active' }],
});

const record = (id: string, family: string, allergy: string) => [
  { resourceType: 'Patient', id, name: [{ family, given: ['Agnes'] }], birthDate: '1938-02-11' },
  {
    resourceType: 'AllergyIntolerance',
    id: `${id}-a`,
    patient: { reference: `Patient/${id}` },
    clinicalStatus: clinical('allergyintolerance-clinical'),
    code: text(allergy),
  },
];
const records = [...record('one', 'Ashdown', 'penicillin'), ...record('two', 'Birchall', 'latex')];

/**
 * An address of its own for each test page. Pages that run at the same time in one browser would else share a database,
 * its key and its lead, as the windows of one product do.
 */
export const ownBase = (): string => `https://${crypto.randomUUID()}.test/fhir`;

export interface SmallServer {
  readonly fetch: typeof globalThis.fetch;
  readonly urls: string[];
  /** When set, the server answers every request with this status. */
  status: number | null;
}

export function smallServer(): SmallServer {
  const server: SmallServer = {
    urls: [],
    status: null,
    fetch: (input) => {
      const url = new URL(input instanceof Request ? input.url : input);
      server.urls.push(url.href);
      if (server.status !== null) return Promise.resolve(new Response('', { status: server.status }));
      const [type = '', id] = url.pathname.replace('/fhir/', '').split('/');
      if (id) {
        const found = records.find((each) => each.resourceType === type && each.id === id);
        return Promise.resolve(Response.json(found ?? {}, { status: found ? 200 : 404 }));
      }
      const patient = url.searchParams.get('patient');
      const entry = records
        .filter(
          (each) =>
            each.resourceType === type &&
            'patient' in each &&
            each.patient.reference === `Patient/${patient}`,
        )
        .map((resource) => ({ resource }));
      return Promise.resolve(Response.json({ resourceType: 'Bundle', type: 'searchset', entry }));
    },
  };
  return server;
}
