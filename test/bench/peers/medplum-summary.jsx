import { MantineProvider } from '@mantine/core';
import { MedplumClient } from '@medplum/core';
import { PatientSummary } from '@medplum/react';
import { MedplumProvider } from '@medplum/react-hooks';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { textOf } from '../summary/pages/text.ts';

const root = document.querySelector('#root');

window.summaryPage = {
  mount(bundle) {
    const resources = bundle.entry.map(({ resource }) => resource);
    const json = (value) =>
      new Response(JSON.stringify(value), { headers: { 'content-type': 'application/fhir+json' } });
    // A server that answers at once, from memory: each search by its type.
    const client = new MedplumClient({
      baseUrl: new URL('/no-server/', location.href).href,
      fetch: async (url, options = {}) => {
        const answer = (address) => {
          const [, type] = /fhir\/R4\/([A-Za-z]+)/.exec(address) ?? /^\/?([A-Za-z]+)/.exec(address) ?? [];
          const found = resources.filter(({ resourceType }) => resourceType === type);
          return {
            resourceType: 'Bundle',
            type: 'searchset',
            total: found.length,
            entry: found.map((resource) => ({ resource })),
          };
        };
        if (options.method === 'POST' && typeof options.body === 'string') {
          const batch = JSON.parse(options.body);
          if (batch.resourceType === 'Bundle')
            return json({
              resourceType: 'Bundle',
              type: 'batch-response',
              entry: batch.entry.map(({ request }) => ({
                response: { status: '200' },
                resource: answer(request.url),
              })),
            });
        }
        return json(answer(String(url)));
      },
    });
    const [patient] = resources.filter(({ resourceType }) => resourceType === 'Patient');
    createRoot(root).render(
      <MemoryRouter>
        <MedplumProvider medplum={client}>
          <MantineProvider>
            <PatientSummary patient={patient} />
          </MantineProvider>
        </MedplumProvider>
      </MemoryRouter>,
    );
  },
  text: () => textOf(root),
};
