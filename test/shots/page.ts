import { drawState } from '../../packages/elements/play/draw-state.ts';
import { isComponent } from '../../packages/elements/play/named-states.ts';

// Shows one state of a component, which the address names: ?component=resident-summary&state=typical&compact
const query = new URLSearchParams(location.search);
const component = query.get('component') ?? '';
if (!isComponent(component)) throw new Error(`No component of this name: ${component}`);
await drawState(document.body, component, query.get('state') ?? '', {
  port: 'usual',
  compact: query.has('compact'),
});
// The checks look into this element, whichever it is. Where its parts do not come, it has a name of its own.
const drawn = document.querySelector(`ehch-${component}`) ?? document.querySelector('ehch-provider > *');
drawn?.setAttribute('data-drawn', '');
// A press may have moved the focus and scrolled the page.
scrollTo(0, 0);
document.documentElement.dataset['ready'] = 'yes';
