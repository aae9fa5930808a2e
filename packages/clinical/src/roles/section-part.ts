import type { Content, Gap, Known, Section, Side, Withheld } from '../section.ts';
import { PARTS, type PartName } from './parts.ts';
import type { ResidentSections, SectionName } from '../resident/sections.ts';

/** What a role may not see is withheld, and never absent or empty. The source's own reasons are not told in its place. */
export const WITHHELD_FOR_ROLE: Withheld = { state: 'withheld', why: 'role' };

/**
 * One part of a section, with a gap that says what is withheld beside it. What could not be read stays said. Statements of "none", and
 * the words of the gaps, are about the whole section, so they are left out.
 */
export function partOfSection<N extends SectionName>(
  name: N,
  part: PartName,
  section: Section<ResidentSections[N]>,
): Section<ResidentSections[N]> {
  const how = PARTS[name]?.[part];
  // Guard: a view that names a part that the section does not have shows nothing of it.
  if (how === undefined) return WITHHELD_FOR_ROLE;
  if (section.state !== 'known') return section;
  const kept = contentOf(section.content, how.keep);
  const rest: Gap = { why: 'withheld', what: how.rest };
  const whys = new Set(section.gaps.map(({ why }) => why).filter((why) => why !== 'withheld'));
  const gaps = [...[...whys].map((why): Gap => ({ why, what: how.part })), rest];
  if (kept !== null) return known(section, kept, gaps);
  // What could not be read may be of the part, so nobody may take it for nothing.
  return how.without === 'not-recorded' ? known(section, { kind: 'not-recorded' }, gaps) : WITHHELD_FOR_ROLE;
}

function known<T>({ asOf, freshness, refresh }: Known<T>, content: Content<T>, gaps: readonly Gap[]) {
  return { state: 'known', content, asOf, freshness, refresh, gaps } as const;
}

/** What is left of the content; `null`: nothing. Records that disagree about the part still do. */
function contentOf<T>(content: Content<T>, keep: (value: T) => T | null): Content<T> | null {
  if (content.kind === 'recorded') {
    const value = keep(content.value);
    return value === null ? null : { kind: 'recorded', value };
  }
  if (content.kind !== 'disagree') return null;
  const sides = content.sides.flatMap((side): Side<T>[] => {
    const value = keep(side.value);
    const { id, on, source, by, cautions } = side;
    return value === null ? [] : [{ id, on, source, by, cautions, value }];
  });
  const common = content.common === null ? null : keep(content.common);
  if (sides.length > 0) return { kind: 'disagree', sides, common };
  return common === null ? null : { kind: 'recorded', value: common };
}
