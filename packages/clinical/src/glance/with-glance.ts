import { reportCaught } from '../diagnostics/index.ts';
import type { ResidentView } from '../resident/view.ts';
import { tellGlance, type GlanceInput } from './tell-glance.ts';

/**
 * Returns the view with its glance, for a page that makes its views itself. The lines count to `now`, so make it anew as
 * time passes.
 *
 * A view that breaks its contract comes back without a glance, and the summary says that nobody worked it out.
 */
export function withGlance(view: ResidentView, reader: Omit<GlanceInput, 'view'>): ResidentView {
  const { glance: _former, ...bare } = view;
  try {
    return { ...bare, glance: tellGlance({ view, ...reader }) };
  } catch (error) {
    // A glance that failed must not take the record with it.
    reportCaught(error, 'clinical/glance');
    return bare;
  }
}
