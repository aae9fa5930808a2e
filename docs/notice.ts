// Writes the text of NOTICE from the registry of instruments, the tools that are only recorded, and the lock file.
import { thirdPartyOf } from '../.ci/third-party.ts';
import {
  instruments,
  recordedTools,
  sourceAddress,
  type Instrument,
} from '../packages/clinical/src/instruments/index.ts';
import { standards } from './standards.ts';

const WIDTH = 118;
const every: readonly Instrument<never>[] = instruments;

export function noticeText(): string {
  return `${[
    `EHCH Kit
Copyright 2026 the EHCH Kit contributors`,
    wrapped(
      'Licensed under the Apache License, Version 2.0 (see LICENSE). The licence covers the program. It does not cover ' +
        'the clinical instruments, code systems and guides below, which keep their owners’ terms.',
    ),
    wrapped('EHCH Kit is not an NHS product, and is not endorsed by NHS England.'),
    title('Clinical instruments'),
    ...every.map(instrumentText),
    title('Tools that are only recorded'),
    wrapped('Nothing of these is here. What staff found with them is recorded, with a link to the document.'),
    recordedTools
      .map(({ title: name, owner, licence }) => wrapped(`${name}: ${owner}. ${licence}`))
      .join('\n'),
    title('Code systems, standards and guides'),
    ...standards.map(({ name, used, notice, address }) => entry(name, [notice, used, address])),
    title('Packages of other people'),
    wrapped(
      `Their licences are in THIRD-PARTY-LICENSES.txt, which lies in every artefact: ${thirdPartyOf(
        'extension',
      )
        .map(({ name, licence }) => `${name} (${licence})`)
        .join(', ')}. webextension-polyfill is in the extension alone, unmodified.`,
    ),
  ].join('\n\n')}\n`;
}

function instrumentText({ title: name, source, permission }: Instrument<never>): string {
  const address = sourceAddress(source);
  return entry(name, [
    ...(source.owner === undefined ? [] : [`Owner: ${source.owner}.`]),
    source.citation,
    ...(address === null ? [] : [address]),
    source.licence,
    ...(source.notice === undefined ? [] : [source.notice]),
    `Permission: ${permission.state.replaceAll('-', ' ')}. ${permission.because}`,
  ]);
}

function title(words: string): string {
  return `${words}\n${'-'.repeat(words.length)}`;
}

function entry(name: string, lines: readonly string[]): string {
  return [name, ...lines.map((line) => wrapped(line, '  '))].join('\n');
}

function wrapped(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const longer = line === indent ? `${indent}${word}` : `${line} ${word}`;
    if (longer.length > WIDTH && line !== indent) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}
