import { plainLines, plainText } from '@ehch/clinical/display';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/**
 * Text that came from a record. It stands in its own direction, so that a name in Arabic or a stray control
 * character cannot reorder the dose beside it.
 */
export function data(text: string): TemplateResult;
export function data(text: string | null): TemplateResult | null;
export function data(text: string | null): TemplateResult | null {
  return text === null ? null : html`<bdi>${plainText(text)}</bdi>`;
}

/** The same, with the line breaks that its writer set: they can carry meaning, as in a note or a tapering dose. */
export function lines(text: string): TemplateResult {
  return html`<bdi class="lines">${plainLines(text)}</bdi>`;
}

/** The same, heavy: what a line is about. */
export function strong(text: string): TemplateResult {
  return html`<strong>${data(text)}</strong>`;
}

/** Joins what there is with a middle dot. */
export function joined(parts: readonly (TemplateResult | string | null)[]): (TemplateResult | string)[] {
  const there = parts.filter((part): part is TemplateResult | string => part !== null && part !== '');
  return there.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}

/** The same as one line; `null` where there is nothing to say, so that no dot stands before what follows. */
export function joinedLine(parts: readonly (TemplateResult | string | null)[]): TemplateResult | null {
  const there = joined(parts);
  return there.length === 0 ? null : html`${there}`;
}

/** `1 medicine`, `2 medicines`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** The same at the beginning of a line: "Hospital stay". */
export function sentence(code: string): string {
  return code.slice(0, 1).toUpperCase() + plain(code).slice(1);
}

/** A code of ours as words: `on-hold`, "on hold". For codes that are plain English. */
export function plain(code: string): string {
  return code.replaceAll('-', ' ');
}

/** `a, b, c`. */
export function listed(parts: readonly TemplateResult[]): (TemplateResult | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}
