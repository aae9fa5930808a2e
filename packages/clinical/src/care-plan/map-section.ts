import type { Content, Section } from '../section.ts';

/** A section with another content made from its own. Its state, day, gaps and refresh stay as they are. */
export function mapSection<T, U>(section: Section<T>, make: (value: T) => U): Section<U> {
  return section.state === 'known' ? { ...section, content: mapContent(section.content, make) } : section;
}

function mapContent<T, U>(content: Content<T>, make: (value: T) => U): Content<U> {
  if (content.kind === 'recorded') return { ...content, value: make(content.value) };
  if (content.kind !== 'disagree') return content;
  return {
    ...content,
    sides: content.sides.map((side) => ({ ...side, value: make(side.value) })),
    common: content.common === null ? null : make(content.common),
  };
}

/** The value of a section that says one thing. `null`: it says nothing, could not be read, or its records disagree. */
export function valueIn<T>(section: Section<T>): T | null {
  return section.state === 'known' && section.content.kind === 'recorded' ? section.content.value : null;
}
