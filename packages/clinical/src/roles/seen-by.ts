import { reportCaught } from '../diagnostics/index.ts';
import { tellGlanceSince } from '../glance/tell-glance.ts';
import type { PlaceConfiguration } from '../place/place.ts';
import type { HomeMatters, MatterRecord } from '../ports/home-matters.ts';
import type { ScoreNotice } from '../resident/score-entry.ts';
import { SECTION_ORDER, type ResidentSections, type SectionName } from '../resident/sections.ts';
import type { ResidentView } from '../resident/view.ts';
import type { Section } from '../section.ts';
import type { Instant } from '../time/types.ts';
import { glassHolds, type BrokenGlass } from './break-glass.ts';
import { ownWorries } from './own-worries.ts';
import type { StaffRole } from './role.ts';
import { partOfSection, WITHHELD_FOR_ROLE } from './section-part.ts';
import { VIEWS, type Sight, type ViewName } from './views.ts';

/** What else decides what somebody sees. */
export interface SeenWhere {
  /** The place by whose times the glance counts; `null`: none is in force. */
  readonly place: PlaceConfiguration | null;
  /** Ids of the raising entries that this person made. Absent: none is known. */
  readonly raised?: readonly string[];
  /** Absent: no glass is broken. */
  readonly glass?: { readonly broken: BrokenGlass; readonly now: Instant };
}

type Sights = { readonly [N in SectionName]: Sight };

/**
 * The view as this role sees it. What the role may not see is withheld, whatever state it is in: neither a failure nor a count tells
 * whether there is anything. The glance is worked out anew from what is left, so no line can rest on the rest.
 */
export function seenBy(role: StaffRole, view: ResidentView, where: SeenWhere): ResidentView {
  const name = viewOf(role, view.resident, where);
  if (name === 'registered') return view;
  const sights: Sights = VIEWS[name];
  // Every section of the order is there, so the cast is safe.
  const sections = Object.fromEntries(
    SECTION_ORDER.map((one) => [one, sectionSeen(one, view.sections[one], sights, where)]),
  ) as unknown as ResidentView['sections'];
  const { resident, sourceLabel, ended, scoreNotices } = view;
  const seen: ResidentView = {
    resident,
    sections,
    sourceLabel,
    ...(ended !== undefined && sights.open === 'whole' && { ended }),
    ...(scoreNotices !== undefined && {
      scoreNotices: scoreNotices.filter((notice) => sights[sectionOf(notice)] === 'whole'),
    }),
  };
  return withGlanceOf(view, seen, where.place);
}

/** What a list shows of one resident, as this role sees it. */
export function matterSeenBy(role: StaffRole, record: MatterRecord, where: SeenWhere): MatterRecord {
  const sights = VIEWS[viewOf(role, record.resident, where)];
  const { identity, limits, news2, open } = record.sections;
  return {
    resident: record.resident,
    sections: {
      identity: sectionSeen('identity', identity, sights, where),
      limits: sectionSeen('limits', limits, sights, where),
      news2: sectionSeen('news2', news2, sights, where),
      open: sectionSeen('open', open, sights, where),
    },
    ...(record.ended !== undefined && sights.open === 'whole' && { ended: record.ended }),
  };
}

/** The threads of a place as this role sees them. What an unlisted person is told of by name is seen with all that is asked. */
export function mattersSeenBy(role: StaffRole, matters: HomeMatters, where: SeenWhere): HomeMatters {
  const isWhole = VIEWS[role.view].open === 'whole';
  return {
    residents: matters.residents.map((record) => matterSeenBy(role, record, where)),
    homes: matters.homes.map(({ home, name, state, unlisted }) => ({
      home,
      name,
      state,
      unlisted: isWhole ? unlisted : WITHHELD_FOR_ROLE,
    })),
    onTheList: matters.onTheList,
  };
}

/** The view by which somebody sees one resident at a moment. */
function viewOf(role: StaffRole, resident: string, { glass }: SeenWhere): ViewName {
  const isBroken = glass !== undefined && role.breaksGlass && glassHolds(glass.broken, resident, glass.now);
  return isBroken ? 'registered' : role.view;
}

function sectionSeen<N extends SectionName>(
  name: N,
  section: Section<ResidentSections[N]>,
  sights: Sights,
  { raised = [] }: SeenWhere,
): Section<ResidentSections[N]> {
  const sight = sights[name];
  if (sight === 'whole') return section;
  if (sight === 'own-worries' && name === 'open')
    // The name has just been compared, which the compiler does not carry over to the type.
    return ownWorries(section as Section<ResidentSections['open']>, raised) as typeof section;
  return sight === 'withheld' ? WITHHELD_FOR_ROLE : partOfSection(name, sight, section);
}

/** Instruments with a section of their own. Every other score is in `scores`. */
const OWN_SECTION: ReadonlyMap<string, SectionName> = new Map([
  ['news2', 'news2'],
  ['cfs', 'frailty'],
  ['efi', 'frailty'],
  ['efi2', 'frailty'],
  ['frailty-index', 'frailty'],
]);

/** A notice says that its score is there. */
function sectionOf({ instrument }: ScoreNotice): SectionName {
  return OWN_SECTION.get(instrument) ?? 'scores';
}

function withGlanceOf(
  { glance }: ResidentView,
  seen: ResidentView,
  place: PlaceConfiguration | null,
): ResidentView {
  if (glance === undefined) return seen;
  if (glance === null) return { ...seen, glance: null };
  try {
    return { ...seen, glance: tellGlanceSince({ view: seen, since: glance.since, now: glance.at, place }) };
  } catch (error) {
    // A glance that failed must not take the record with it, and the former one may rest on what is withheld.
    reportCaught(error, 'clinical/roles');
    return seen;
  }
}
