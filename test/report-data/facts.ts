import { SECTION_ORDER, type ResidentView, type SectionName } from '../../packages/clinical/src/index.ts';

/** One fact on screen, and whether it says that there is more in the record. */
export interface FactFound {
  readonly section: SectionName;
  readonly hasMore: boolean;
}

/** The facts in several views of one file. A record under two ids of one patient is one fact. */
export function factsIn(views: readonly ResidentView[]): readonly FactFound[] {
  const found = new Map<string, FactFound>();
  for (const { sections } of views)
    for (const section of SECTION_ORDER)
      for (const fact of recordedIn(sections[section]))
        found.set(`${section} ${fact.id}`, { section, hasMore: 'more' in fact });
  return [...found.values()];
}

/** A fact is any object with cautions and a source. */
function recordedIn(value: unknown): readonly { readonly id: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(recordedIn);
  const isFact = 'cautions' in value && 'source' in value && 'id' in value && typeof value.id === 'string';
  return isFact ? [value as { readonly id: string }, ...inner] : inner;
}

/** Prints the share of facts that say "more in the record", by section. */
export function printFacts(facts: readonly FactFound[]): void {
  for (const section of [...SECTION_ORDER, 'all']) {
    const here = facts.filter((fact) => section === 'all' || fact.section === section);
    const withMore = here.filter(({ hasMore }) => hasMore).length;
    const share = here.length === 0 ? 0 : (100 * withMore) / here.length;
    console.log(
      `facts in ${section}: ${here.length}, more in the record at ${withMore} (${share.toFixed(1)} %)`,
    );
  }
}
