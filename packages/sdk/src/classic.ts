/**
 * The classic script, for a page without modules, bundler or server. It defines the components and gives each
 * `<ehch-provider data-records="ID">` the records of `<script type="application/json" id="ID">`. It adds no global.
 */
import type { ResidentSource, ResidentView } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { EhchProvider } from '@ehch/elements';
import { viewWithout } from './client/view-without.ts';
import { deviceClock } from './device-clock.ts';
import { residentsFromFhir } from './records/residents-from-fhir.ts';
import { residentsFromViews } from './records/residents-from-views.ts';

function start(): void {
  for (const provider of document.querySelectorAll('ehch-provider[data-records]')) {
    if (!(provider instanceof EhchProvider) || provider.source) continue;
    provider.source = sourceOf(
      document.getElementById(provider.getAttribute('data-records') ?? '')?.textContent ?? '',
    );
  }
}

/**
 * Reads FHIR (a Bundle, a resource or a list of them) or our own views. With anything else, every section says that
 * it could not be read: a page that cannot read its records must not look like an empty record.
 */
function sourceOf(text: string): ResidentSource {
  try {
    const records: unknown = JSON.parse(text);
    const views = (Array.isArray(records) ? records : [records]).filter(isView);
    return views.length > 0
      ? residentsFromViews(views)
      : residentsFromFhir(records, { sourceLabel: document.title });
  } catch (error) {
    reportCaught(error, 'sdk/classic');
    return notRead;
  }
}

/** The text is there and was not understood. "Not found" would send whoever looks after the page to the wrong place. */
const notRead: ResidentSource = {
  watch(resident, onView) {
    onView(viewWithout(resident, '', 'malformed', deviceClock()));
  },
  async refresh() {
    // The text in the page does not change.
  },
};

function isView(value: unknown): value is ResidentView {
  return typeof value === 'object' && value !== null && 'sections' in value && 'resident' in value;
}

// A script in the head runs before the providers are parsed.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
