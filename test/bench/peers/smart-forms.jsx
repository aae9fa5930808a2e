import {
  BaseRenderer,
  RendererThemeProvider,
  useBuildForm,
  useRendererQueryClient,
} from '@aehrc/smart-forms-renderer';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

// Gives no answer, but keeps the renderer from its default, a public terminology server.
const NO_TERMINOLOGY = new URL('/no-terminology-server', location.href).href;

function Form({ questionnaire }) {
  const client = useRendererQueryClient();
  // Without the questionnaire as context `weight()` fails: "%questionnaire is needed but not specified".
  const building = useBuildForm({
    questionnaire,
    terminologyServerUrl: NO_TERMINOLOGY,
    additionalContext: { questionnaire },
  });
  if (building) return null;
  return (
    <RendererThemeProvider>
      <QueryClientProvider client={client}>
        <BaseRenderer />
      </QueryClientProvider>
    </RendererThemeProvider>
  );
}

const root = document.querySelector('#root');
let drawn;
window.bench = {
  mount(questionnaire) {
    drawn = createRoot(root);
    drawn.render(<Form questionnaire={questionnaire} />);
  },
  unmount() {
    drawn.unmount();
  },
  radios: () =>
    root.querySelectorAll('[data-test="q-item-choice-radio-answer-option-box"] input[type=radio]').length,
  radio: (linkId, option) =>
    root.querySelectorAll(`[data-linkid="${linkId}"] input[type=radio]`)[option] ?? null,
  total: (linkId) => document.getElementById(`integer-${linkId}`)?.value ?? null,
  decimal: (linkId) => document.getElementById(`decimal-${linkId}`),
};
