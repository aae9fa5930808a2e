import { EhchProvider, ResidentSummary } from '@ehch/elements';
import {
  NOW,
  states,
  toldView,
  type SummaryState,
} from '../../packages/elements/src/resident-summary/resident-summary.fixtures.ts';

const provider = document.querySelector('ehch-provider');
const summary = document.querySelector('ehch-resident-summary');
const controls = document.querySelector<HTMLFormElement>('#controls');
const stage = document.querySelector<HTMLElement>('#stage');

if (provider instanceof EhchProvider && summary instanceof ResidentSummary && controls && stage) {
  const all: Record<string, SummaryState> = states;
  const select = controls.elements.namedItem('state') as HTMLSelectElement;
  select.append(...Object.keys(all).map((name) => new Option(name, name)));
  select.value =
    decodeURIComponent(location.hash.slice(1)) in all
      ? decodeURIComponent(location.hash.slice(1))
      : 'typical';
  provider.clock = () => NOW;
  const show = () => {
    const form = new FormData(controls);
    const state = all[select.value];
    if (!state) return;
    // The name of a state, never of a person.
    history.replaceState(null, '', `#${encodeURIComponent(select.value)}`);
    stage.dataset['width'] = (controls.elements.namedItem('width') as HTMLSelectElement).value;
    provider.place = state.place ?? null;
    summary.resident = state.resident ?? state.view.resident;
    summary.view = toldView(state);
    summary.compact = form.has('compact');
  };
  controls.addEventListener('change', show);
  show();
}
