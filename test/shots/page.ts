import '../../packages/elements/src/index.ts';
import { NOW, PLACE, states } from '../../packages/elements/src/resident-summary/resident-summary.fixtures.ts';
import type { SummaryState } from '../../packages/elements/src/resident-summary/resident-summary.fixtures.ts';

// One state of the summary, named by the address: ?state=typical&compact
const query = new URLSearchParams(location.search);
const found = Object.entries<SummaryState>(states).find(([name]) => name === query.get('state'));
if (found === undefined) throw new Error(`No state of this name: ${query.get('state')}`);
const [, state] = found;

const provider = document.createElement('ehch-provider');
provider.clock = () => NOW;
provider.place = state.place ?? PLACE;
const summary = document.createElement('ehch-resident-summary');
summary.view = state.view;
summary.resident = state.resident ?? null;
summary.since = state.since ?? null;
summary.compact = query.has('compact');
provider.append(summary);
document.body.append(provider);
await summary.updateComplete;
document.documentElement.dataset['ready'] = 'yes';
