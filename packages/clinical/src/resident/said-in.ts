import type { Section } from '../section.ts';

/** All that a section says: its recorded value, or what each of the disagreeing records says and what they share. */
export function saidIn<T>(section: Section<T>): readonly T[] {
  if (section.state !== 'known') return [];
  const { content } = section;
  if (content.kind === 'recorded') return [content.value];
  if (content.kind !== 'disagree') return [];
  const sides = content.sides.flatMap((side) => (side.none === undefined ? [side.value] : []));
  return content.common === null ? sides : [content.common, ...sides];
}
