import { withGlance } from '@ehch/clinical/glance';
import { EhchError, type CareActions, type ResidentSource, type ResidentView } from '@ehch/clinical';

/** How the ports behind a component answer. `usual`: a view is given at once, and what is done is taken at once. */
export type PortManner = 'usual' | 'slow' | 'failing';

/** Long enough to see what is shown meanwhile. */
const SLOW_MS = 3_000;

const later = () => new Promise((resolve) => setTimeout(resolve, SLOW_MS));
const unreachable = () => new EhchError('unreachable', 'The play page was told to fail. Switch it back.');

/** A source that gives this view late, or one of which every section failed. */
export function sourceOf(view: ResidentView, manner: PortManner, now: string): ResidentSource {
  const given = manner === 'failing' ? failedView(view, now) : view;
  return {
    watch(_resident, onView, signal) {
      const give = () => signal.aborted || onView(given);
      if (manner === 'slow') setTimeout(give, SLOW_MS);
      else give();
    },
    refresh: async () => {
      await later();
    },
  };
}

function failedView(view: ResidentView, at: string): ResidentView {
  const failed = { state: 'failed', error: { code: 'unreachable' }, at } as const;
  const sections = Object.fromEntries(Object.keys(view.sections).map((name) => [name, failed]));
  const read = { ...view, sections: sections as unknown as ResidentView['sections'] };
  return view.glance === undefined ? read : withGlance(read, { since: null, now: at });
}

/** The same actions, late or failing. */
export function actionsThrough(actions: CareActions, manner: PortManner): CareActions {
  if (manner === 'usual') return actions;
  const through = async <T>(run: () => Promise<T>): Promise<T> => {
    if (manner === 'failing') throw unreachable();
    await later();
    return run();
  };
  return {
    enqueue: (intent) => through(() => actions.enqueue(intent)),
    watchReceipt: (...watching) => actions.watchReceipt(...watching),
    saveDraft: (draft, revision) => through(() => actions.saveDraft(draft, revision)),
    loadDraft: (resident, assessment) => through(() => actions.loadDraft(resident, assessment)),
    listDrafts: (resident) => through(async () => (await actions.listDrafts?.(resident)) ?? []),
  };
}
