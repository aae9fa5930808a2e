import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Section, SectionName } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { retryButton } from '../internal/retry.ts';
import { shell } from '../internal/section-frame.ts';
import { WITHHELD, errorWords } from '../internal/section-words.ts';
import type { SectionSurroundings } from '../internal/section-surroundings.ts';
import { sections } from './sections/index.ts';

/** Sections that are all in one bare state, of which one sentence says as much as many. */
export interface Together {
  readonly names: readonly SectionName[];
  readonly state: 'withheld' | 'failed' | 'loading' | 'not-recorded' | 'silent';
  /** In the words of the state itself: "withheld for your role". */
  readonly words: string;
}

/** [P] From this many on, the same sentence again and again hides what is different. */
const FROM = 6;

/** These two always speak for themselves: what is not known of them is a fact of its own. */
const ALWAYS: readonly SectionName[] = ['limits', 'allergies'];

/** The sections of a view whose states are told in one sentence. */
export function saidTogether(around: SectionSurroundings): readonly Together[] {
  const groups = new Map<string, Together>();
  for (const { name, isScore } of sections) {
    const bare = ALWAYS.includes(name) ? null : stateOf(name, isScore, around);
    if (bare === null) continue;
    const group = groups.get(bare.words) ?? { ...bare, names: [] };
    groups.set(bare.words, { ...group, names: [...group.names, name] });
  }
  return [...groups.values()].filter(({ state, names }) => names.length >= least(state));
}

/** Whether a group is all of the record but what always speaks for itself. */
export function isWholeRecord({ names }: Together): boolean {
  return names.length === sections.length - ALWAYS.length;
}

/** A section that is on its way keeps its place, so that nothing jumps when it comes; unless nothing has come yet. */
function least(state: Together['state']): number {
  if (state === 'silent') return 2;
  return state === 'loading' ? sections.length - ALWAYS.length : FROM;
}

/** A section whose data break the contract is told in its own place, where it fails alone. */
function stateOf(name: SectionName, isScore: boolean, around: SectionSurroundings) {
  try {
    return bareState(around.view.sections[name], isScore, around);
  } catch (error) {
    reportCaught(error, 'elements/summary/together', name);
    return null;
  }
}

function bareState(
  section: Section<unknown>,
  isScore: boolean,
  { lastDays }: SectionSurroundings,
): Omit<Together, 'names'> | null {
  if (isScore && lastDays !== null) return { state: 'silent', words: 'not shown' };
  switch (section.state) {
    case 'withheld':
      return { state: 'withheld', words: WITHHELD[section.why] };
    case 'failed':
      return { state: 'failed', words: `could not be loaded: ${errorWords(section.error)}` };
    case 'loading':
      return { state: 'loading', words: 'loading' };
    case 'known':
      return section.content.kind === 'not-recorded' && isPlain(section)
        ? { state: 'not-recorded', words: 'nothing recorded' }
        : null;
  }
}

/** Whether there is no more to say of a known section than its content. */
function isPlain({ gaps, freshness, refresh }: Extract<Section<unknown>, { state: 'known' }>): boolean {
  return gaps.length === 0 && freshness === 'current' && refresh.state === 'idle';
}

/** What follows from the state, once for all of them. Failed is not none, and withheld is not empty. */
const MEANING: Record<Together['state'], string> = {
  withheld: 'There may be something recorded that you cannot see here.',
  failed: 'What is recorded is not known.',
  loading: 'What is recorded is not known yet.',
  'not-recorded': 'Nobody has recorded anything here, which is not the same as none.',
  silent: 'A plan for the last days of life is recorded.',
};

export function renderTogether(
  { names, state, words }: Together,
  { level }: SectionSurroundings,
): TemplateResult {
  const titles = sections.filter(({ name }) => names.includes(name)).map(({ row }) => row);
  const id = `together-${state}`;
  return shell(
    id,
    state,
    html`${heading(level, id, html`${words.slice(0, 1).toUpperCase()}${words.slice(1)}`)}
    ${state === 'failed' ? retryButton(null, 'Try again') : nothing}`,
    html`<div class="body"><p>${titles.join(', ')}. ${MEANING[state]}</p></div>`,
  );
}
