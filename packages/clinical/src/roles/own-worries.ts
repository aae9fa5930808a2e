import type { OpenMatter } from '../resident/open-matter.ts';
import type { Gap, Known, Section } from '../section.ts';
import type { Raised } from '../thread/thread.ts';
import { WITHHELD_FOR_ROLE } from './section-part.ts';

/** Said in every case, so that nobody learns how many there are. */
const REST: Gap = { why: 'withheld', what: 'what others ask, and what has ended' };

/**
 * How the matters stand that this person raised, in the words of that press alone. What others added, and what was answered, may tell
 * what this person may not see, so only who has seen or answered it is said.
 *
 * @param raised ids of the raising entries that this person made, as their own account has them: two people may share a name
 */
export function ownWorries(
  section: Section<readonly OpenMatter[]>,
  raised: readonly string[],
): Section<readonly OpenMatter[]> {
  if (section.state !== 'known') return section;
  const { content, asOf, freshness, refresh } = section;
  const matters = content.kind === 'recorded' ? content.value : [];
  const own = matters.flatMap((matter) => ownOf(matter, raised));
  if (own.length === 0) return WITHHELD_FOR_ROLE;
  const gaps = [...new Set(section.gaps.map(({ why }) => why))]
    .filter((why) => why !== 'withheld')
    .map((why): Gap => ({ why, what: 'what was asked' }));
  const shown: Known<readonly OpenMatter[]> = {
    state: 'known',
    content: { kind: 'recorded', value: own },
    asOf,
    freshness,
    refresh,
    gaps: [...gaps, REST],
  };
  return shown;
}

function ownOf(matter: OpenMatter, raised: readonly string[]): readonly OpenMatter[] {
  const { thread, kind, urgency, progress, source } = matter;
  if (thread === undefined) return [];
  return [thread.raised, ...thread.alsoRaised].filter(isOwn).map(({ entry, words, at, by }) => ({
    id: entry,
    on: at,
    source,
    by: { name: by.name, role: by.role },
    cautions: matter.cautions.filter((one) => one === 'not-sent' || one === 'arrival-not-known'),
    kind,
    text: words,
    urgency,
    owner: null,
    due: null,
    progress: progress.state === 'on-hold' ? { state: 'on-hold', why: null } : progress,
  }));

  function isOwn({ entry }: Raised): boolean {
    return raised.includes(entry);
  }
}
