import type { Alert } from '../resident/alert.ts';
import type { CareEvent } from '../resident/care-event.ts';
import type { ResidentSections, SectionName } from '../resident/sections.ts';
import { isThickener, namesSwallowing } from '../rules/swallowing.ts';

/** A part of a section that a view shows while the rest is withheld. */
export type PartName = 'own-worries' | 'care-alerts' | 'visit-alerts' | 'care-events' | 'swallowing';

/** How a part is taken out of a section. */
interface Part<T> {
  /** What is left of a value; `null`: nothing of this part is recorded in it. */
  readonly keep: (value: T) => T | null;
  /** What the part is called where something of it could not be read. Fixed words: a gap's own may tell what is withheld. */
  readonly part: string;
  /** What is withheld beside it, said in every case, so that nobody learns whether there is any. */
  readonly rest: string;
  /** What a section says that holds nothing of the part: nothing of it is recorded, or the section is withheld. */
  readonly without: 'not-recorded' | 'withheld';
}

/** The parts of sections, by the section. Own worries are no part of a value: `own-worries.ts` makes them. */
export const PARTS: { readonly [N in SectionName]?: Partial<Record<PartName, Part<ResidentSections[N]>>> } = {
  alerts: {
    'care-alerts': {
      keep: (alerts) => some(alerts.filter(({ kind }) => CARE_ALERTS.has(kind))),
      part: 'alerts',
      rest: 'alerts about safeguarding',
      without: 'withheld',
    },
    'visit-alerts': {
      keep: (alerts) => some(alerts.filter(({ kind }) => VISIT_ALERTS.has(kind))),
      part: 'alerts for visitors',
      rest: 'all other alerts',
      without: 'withheld',
    },
  },
  events: {
    'care-events': {
      keep: (events) =>
        some(events.flatMap((event) => (CARE_EVENTS.has(event.kind) ? [withoutAnswers(event)] : []))),
      part: 'falls, stays, visits and vaccinations',
      rest: 'documents, messages and assessments',
      without: 'withheld',
    },
  },
  function: {
    swallowing: {
      keep: ({ swallowing = [] }) =>
        swallowing.length === 0 ? null : { scores: [], statements: [], swallowing },
      part: 'advice on eating and drinking',
      rest: 'everything but eating and drinking',
      // Nobody may take "withheld" for "somebody has looked, and advised".
      without: 'not-recorded',
    },
  },
  medicines: {
    swallowing: {
      keep: ({ medicines }) => {
        const thickeners = medicines.filter(isThickener);
        return thickeners.length === 0 ? null : { medicines: thickeners, reviewed: null };
      },
      part: 'thickeners',
      rest: 'all medicines but thickeners',
      without: 'withheld',
    },
  },
  problems: {
    swallowing: {
      keep: (problems) => some(problems.filter(namesSwallowing)),
      part: 'problems of swallowing',
      rest: 'all other problems',
      without: 'withheld',
    },
  },
};

/** All but safeguarding. A kind that comes later is withheld until somebody has thought of it. */
const CARE_ALERTS: ReadonlySet<Alert['kind']> = new Set([
  'reasonable-adjustment',
  'deprivation-of-liberty',
  'infection',
  'same-name',
  'other',
]);

const VISIT_ALERTS: ReadonlySet<Alert['kind']> = new Set(['reasonable-adjustment', 'infection', 'same-name']);

const CARE_EVENTS: ReadonlySet<CareEvent['kind']> = new Set([
  'fall',
  'hospital-stay',
  'visit',
  'contact',
  'vaccination',
]);

function withoutAnswers(event: CareEvent): CareEvent {
  const { answers: _, ...rest } = event;
  return rest;
}

const some = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
