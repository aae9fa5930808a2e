/**
 * One classic script for a page without modules, bundler or server: it defines the components and gives each
 * `<ehch-provider data-records="ID">` the records of `<script type="application/json" id="ID">`.
 * It leaves no global behind.
 */
import type { ResidentSource, ResidentView } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { EhchProvider } from '@ehch/elements';
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

/** FHIR (a Bundle, a resource, a list of them) or views of ours; anything else says in every section that it could not be read. */
function sourceOf(text: string): ResidentSource {
  try {
    const records: unknown = JSON.parse(text);
    const views = (Array.isArray(records) ? records : [records]).filter(isView);
    return views.length > 0
      ? residentsFromViews(views)
      : residentsFromFhir(records, { sourceLabel: document.title });
  } catch (error) {
    reportCaught(error, 'sdk/classic');
    return residentsFromViews([]);
  }
}

function isView(value: unknown): value is ResidentView {
  return typeof value === 'object' && value !== null && 'sections' in value && 'resident' in value;
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
