import { roomWords } from '@ehch/clinical/display';
import type { Unlisted } from '@ehch/clinical/thread';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { data, joined } from '../internal/text.ts';
import { escalationPresses } from './escalation-press.ts';
import { inDanger } from './render-nobody.ts';

const { press, typed } = escalationPresses;

/** What is being typed about somebody who is not on the list. */
export interface UnlistedEntry {
  readonly name: string;
  readonly born: string;
  readonly room: string;
}

export const NOBODY_TYPED: UnlistedEntry = { name: '', born: '', room: '' };

/** The way in for somebody new, on respite or without a record, where no resident is chosen. */
export function renderNotListed(): TemplateResult {
  return html`<button type="button" ${press({ kind: 'not-listed' })}>Not on the list</button>`;
}

/** One required field. What is typed here is matched with nobody: only a person links it to a record later. */
export function renderUnlistedForm(entry: UnlistedEntry, level: number): TemplateResult {
  const isNamed = entry.name.trim() !== '';
  return html`<section class="card" part="unlisted" tabindex="-1" aria-labelledby="unlisted">
    ${heading(level, 'unlisted', 'Not on the list')}
    <p>Look on the list first. Somebody there may have this name: ask for the date of birth.</p>
    ${inDanger()}
    ${field('name', 'Name', entry.name)} ${field('born', 'Date of birth, if you know it', entry.born)}
    ${field('room', 'Room, if you know it', entry.room)}
    ${isNamed ? nothing : html`<p class="aside">Write a name first.</p>`}
    <div class="buttons">
      <button type="button" aria-disabled=${!isNamed} ${press({ kind: 'go-on-unlisted' })}>Go on</button>
      <button type="button" ${press({ kind: 'leave-unlisted' })}>Back</button>
    </div>
  </section>`;
}

function field(name: keyof UnlistedEntry, label: string, value: string): TemplateResult {
  const type = typed('input', 'type-unlisted', (text) => ({ kind: 'type-unlisted', field: name, text }));
  return html`<label class="field" ${type}>
    ${label}
    <input type="text" name=${name} maxlength="120" autocomplete="off" .value=${value} />
  </label>`;
}

/** What was typed, with "not known" where nothing was. */
export function unlistedOf({ name, born, room }: UnlistedEntry): Unlisted {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return { name: name.trim(), born: orNull(born), room: orNull(room) };
}

/** Whom it is about, as typed. */
export function renderTypedBanner({ name, born, room }: Unlisted, level: number): TemplateResult {
  const date = born === null ? 'Date of birth not known' : html`Born ${data(born)}`;
  return html`<div class="banner" part="banner">
    <div class="strong" role="heading" aria-level=${level}><bdi>${name}</bdi></div>
    <p>${joined([date, room === null ? null : data(roomWords(room))])}</p>
    <p class="notice">Not on the list: as typed, and checked against nothing.</p>
  </div>`;
}
