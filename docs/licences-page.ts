// Writes docs/licences.md: who owns each instrument and standard, and whether the owner has agreed.
import {
  instruments,
  isConfirmed,
  recordedTools,
  sourceAddress,
  type Instrument,
} from '../packages/clinical/src/instruments/index.ts';
import { standards } from './standards.ts';

const every: readonly Instrument<never>[] = instruments;

export function licencesPage(): string {
  const open = every.filter(({ permission }) => !isConfirmed(permission));
  return `# Licences and permissions

Written by \`npm run docs\` from the registry of instruments. \`npm run release:check\` refuses a release while one that ships is
unconfirmed or only asked for. Until then it may be shown for demonstration, and says so wherever it stands.

- **not needed**: anybody may use what is here of it, or its owner says so.
- **unconfirmed**: the owner's terms are not known to allow it, and nobody has been asked.
- **asked**, **held**: the owner was asked; the owner agreed.
- **needed by user**: nothing of the tool is here but its result. Who uses the tool needs its owner's permission, and the
  place's configuration names it.

A release waits for ${open.length} of ${every.length}: ${open.map(({ title }) => title).join(', ')}.

## Instruments

| instrument | tier | owner | permission | because | source |
|---|---|---|---|---|---|
${every
  .map(({ title, tier, source, permission }) =>
    row([
      title,
      tier.replace('*', '\\*'),
      source.owner ?? '–',
      permission.state.replaceAll('-', ' '),
      permission.because,
      link(source.citation, sourceAddress(source)),
    ]),
  )
  .join('\n')}

## Tools that are only recorded

| tool | owner | terms |
|---|---|---|
${recordedTools.map(({ title, owner, licence, url }) => row([link(title, url), owner, licence])).join('\n')}

## Code systems, standards and guides

**Whoever deploys EHCH Kit needs a SNOMED CT licence of their own.**

| name | what is here | the owner's words |
|---|---|---|
${standards.map(({ name, used, notice, address }) => row([link(name, address), used, notice])).join('\n')}
`;
}

function link(text: string, address: string | null): string {
  return address === null ? text : `[${text}](<${address}>)`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
