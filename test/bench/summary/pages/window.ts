import '../../../../packages/elements/src/provider/index.ts';
import '../../../../packages/elements/src/resident-summary/index.ts';
import { residentsFromFhir } from '../../../../packages/sdk/src/records/residents-from-fhir.ts';
import '../contract.ts';
import { textOf } from './text.ts';

const root = document.querySelector('#root');
const provider = document.createElement('ehch-provider');
const summary = document.createElement('ehch-resident-summary');
root?.append(provider);

window.summaryPage = {
  mount(bundle) {
    provider.source = residentsFromFhir(bundle, {
      sourceLabel: 'bench',
      clock: () => new Date().toISOString(),
      place: null,
    });
    summary.resident = 'res-1';
    provider.append(summary);
  },
  unmount() {
    summary.remove();
    summary.resident = null;
    provider.source = null;
  },
  text: () => textOf(summary),
};
