import { MantineProvider } from '@mantine/core';
import { MedplumClient } from '@medplum/core';
import { QuestionnaireForm } from '@medplum/react';
import { MedplumProvider } from '@medplum/react-hooks';
import { createRoot } from 'react-dom/client';

// The form already has its questionnaire, so it asks no server.
const client = new MedplumClient({
  baseUrl: new URL('/no-server/', location.href).href,
  fetch: () => Promise.resolve(new Response('{}', { status: 404 })),
});

const root = document.querySelector('#root');
let drawn;
window.bench = {
  mount(questionnaire) {
    drawn = createRoot(root);
    drawn.render(
      <MedplumProvider medplum={client}>
        <MantineProvider>
          <QuestionnaireForm questionnaire={questionnaire} excludeButtons onSubmit={() => {}} />
        </MantineProvider>
      </MedplumProvider>,
    );
  },
  unmount() {
    drawn.unmount();
  },
  radios: () => root.querySelectorAll('input[type=radio]').length,
  radio: (linkId, option) => document.getElementById(`${linkId}-option-${option}`),
  total: (linkId) => document.getElementById(linkId)?.value ?? null,
  decimal: (linkId) => document.getElementById(linkId),
};
