import { expect } from '@open-wc/testing';
import type { MatterRecord, ResidentView } from '@ehch/clinical';
import { news2 } from '@ehch/clinical/instruments';
import type { Thread } from '@ehch/clinical/thread';
import { NOW } from '../resident-summary/resident-summary.fixtures.ts';
import { matterText } from './copy-matter.ts';
import { entryWords, givenAnswerWords } from './entry-words.ts';
import { INBOX_PLACE, states, type EscalationsState } from './escalations.fixtures.ts';
import { withAllSections } from '../internal/section-surroundings.ts';
import { rowsOf, type RowSource } from './matter-rows.ts';
import { cautionWords, standingWords } from './matter-words.ts';
import { sourceOfHomes, sourceOfOne } from './row-source.ts';

const TIMES = INBOX_PLACE.threads;

interface Copied {
  readonly name: string;
  readonly thread: Thread;
  readonly record: MatterRecord | null;
  readonly text: string;
}

const whole = (view: ResidentView) => ({ state: 'view', view: withAllSections(view, NOW) }) as const;
const rowsIn = (source: RowSource | string) => (typeof source === 'string' ? [] : rowsOf(source, NOW, TIMES));

/** Every thread that a state shows, as text for the record. */
function copiedIn(name: string, { view, next, matters }: EscalationsState): readonly Copied[] {
  const isList = matters !== undefined && matters !== null && matters !== 'no-source';
  const rows = [
    ...[view, next].flatMap((record) => (record ? rowsIn(sourceOfOne(whole(record))) : [])),
    ...(isList ? rowsIn(sourceOfHomes(matters, null, NOW)) : []),
  ];
  return rows.map(({ thread, record }) => ({
    name,
    thread,
    record,
    text: matterText(thread, NOW, INBOX_PLACE),
  }));
}

const COPIED = Object.entries(states).flatMap(([name, state]) => copiedIn(name, state));

/** Everything by which a reader would know the resident. */
function identityIn({ thread: { about, linkedFrom }, record }: Copied): readonly string[] {
  const typed = [about, ...linkedFrom].flatMap((one) =>
    one.kind === 'unlisted' ? [one.person.name, one.person.born ?? ''] : [],
  );
  const section = record?.sections.identity;
  const known =
    section?.state === 'known' && section.content.kind === 'recorded' ? section.content.value : null;
  const { name, born, nhsNumber } = known ?? { name: null, born: null, nhsNumber: null };
  const number = nhsNumber !== null && 'value' in nhsNumber ? nhsNumber.value : '';
  return [...typed, name?.family ?? '', ...(name?.given ?? []), born ?? '', number].filter(
    (one) => one !== '',
  );
}

const asOneLine = (words: string) => words.replace(/\s+/g, ' ').trim();

describe('a matter as text for the record', () => {
  it('is copied here of a thread in every way that it can stand', () => {
    const endings = new Set(COPIED.map(({ thread }) => thread.ending.state));
    expect([...endings].toSorted()).to.deep.equal(['closed', 'open', 'withdrawn']);
    const standing = new Set(COPIED.map(({ thread }) => standingWords(thread, NOW, TIMES).tone));
    expect([...standing].toSorted()).to.deep.equal(['answered', 'ended', 'on-it', 'urgent', 'waiting']);
    expect(COPIED.length).to.be.greaterThan(40);
  });

  it('has no name, date of birth or NHS number of the resident', () => {
    for (const one of COPIED) {
      const lower = one.text.toLowerCase().replaceAll(' ', '');
      for (const part of identityIn(one))
        expect(lower, `${one.name}: ${part}`).to.not.contain(part.toLowerCase().replaceAll(' ', ''));
    }
  });

  it('leaves out no caution, no outcome, nothing that was pressed, and not how it stands', () => {
    for (const { name, thread, text } of COPIED) {
      const said = [
        standingWords(thread, NOW, TIMES).line,
        ...cautionWords(thread, NOW, INBOX_PLACE),
        ...givenAnswerWords(thread, NOW, INBOX_PLACE),
        ...thread.entries.map((entry) => entryWords(entry, thread, NOW, INBOX_PLACE)),
      ];
      for (const words of said) expect(text, name).to.contain(asOneLine(words));
      if (thread.answered !== null) expect(text, name).to.match(/Somebody will visit|Advice|Ring 999 or 111/);
    }
  });

  it('names the owner of NEWS2 where the words state one, as a copied assessment does, and nowhere else', () => {
    const [first] = COPIED;
    if (first === undefined) throw new Error('no states');
    const { thread } = first;
    const withWords = (words: string) =>
      matterText({ ...thread, raised: { ...thread.raised, words } }, NOW, INBOX_PLACE);
    const owner = `Instruments: ${news2.title} (${news2.source.owner}).`;
    expect(withWords('NEWS2 of 7, usual 2').split('\n')).to.contain(owner);
    expect(withWords('Off her food')).to.not.contain('Royal College of Physicians');
  });
});
