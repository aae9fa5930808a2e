// The frame: one state, as its address says. ?component=resident-summary&state=typical&port=slow
import { drawState } from './draw-state.ts';
import { isComponent } from './named-states.ts';
import type { PortManner } from './port.ts';

const asked = new URLSearchParams(location.search);
const component = asked.get('component') ?? '';
const root = document.documentElement;
// Nothing of a named state is lost with it: the next one is drawn unasked.
addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
root.style.colorScheme = asked.get('dark') === 'on' ? 'dark' : 'light';
if (asked.get('text') === '200') {
  root.style.fontSize = '200%';
  document.body.style.setProperty('--ehch-font-size', '32px');
}
const box = document.body.appendChild(document.createElement('main'));
if (isComponent(component)) {
  await drawState(box, component, asked.get('state') ?? '', {
    port: (asked.get('port') ?? 'usual') as PortManner,
    compact: asked.get('compact') === 'on',
  });
  root.dataset['ready'] = 'yes';
} else box.textContent = 'Choose a state on the left.';
