import { MantineProvider } from '@mantine/core';
import { MedplumClient } from '@medplum/core';
import { PatientSummary } from '@medplum/react';
import { MedplumProvider } from '@medplum/react-hooks';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { textOf } from '../summary/pages/text.ts';

/** The searches of its sections: by type, and some also by code or category. */
function searched(resources, address) {
  const [path, query] = address.replace(/^.*\/fhir\/R4\//, '').split('?');
  const params = new URLSearchParams(query);
  const [type] = path.split('/').filter((part) => part !== '');
  const has = (concepts, code) => concepts.some(({ coding = [] }) => coding.some((one) => one.code === code));
  const found = resources.filter(
    (resource) =>
      resource.resourceType === type &&
      (!params.has('code') || has([resource.code ?? {}], params.get('code'))) &&
      (!params.has('category') || has(resource.category ?? [], params.get('category'))),
  );
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.length,
    entry: found.map((resource) => ({ resource })),
  };
}

const root = document.querySelector('#root');
let drawn = null;

window.summaryPage = {
  mount(bundle) {
    const resources = bundle.entry.map(({ resource }) => resource);
    // A server that answers at once, from memory, without JSON text. Writing and parsing text is no work of this peer.
    const answered = (value) => ({
      ok: true,
      status: 200,
      headers: new Headers({ 'content-type': 'application/fhir+json' }),
      json: async () => value,
    });
    const client = new MedplumClient({
      baseUrl: new URL('/no-server/', location.href).href,
      fetch: async (url, { method, body } = {}) => {
        const batch = method === 'POST' && typeof body === 'string' ? JSON.parse(body) : null;
        if (batch?.resourceType !== 'Bundle') return answered(searched(resources, String(url)));
        return answered({
          resourceType: 'Bundle',
          type: 'batch-response',
          entry: batch.entry.map(({ request }) => ({
            response: { status: '200' },
            resource: searched(resources, request.url),
          })),
        });
      },
    });
    const [patient] = resources.filter(({ resourceType }) => resourceType === 'Patient');
    drawn = createRoot(root);
    drawn.render(
      <MemoryRouter>
        <MedplumProvider medplum={client}>
          <MantineProvider>
            <PatientSummary patient={patient} />
          </MantineProvider>
        </MedplumProvider>
      </MemoryRouter>,
    );
  },
  unmount() {
    drawn.unmount();
  },
  text: () => textOf(root),
};
