import type { DeviceRecords } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { copyText } from '../internal/copy-text.ts';
import { noted } from '../internal/noted.ts';
import type { MatterRow } from './matter-rows.ts';

/** What came of the last copying. `text`: to be copied by hand, where the page does not allow copying. */
export interface Copied {
  readonly thread: string;
  readonly words: string;
  readonly text: string | null;
}

/** What the copying asks of the list on screen. */
interface CopyingHost {
  /** The row as it stands now; `null`: it is not there any more. */
  row(): MatterRow | null;
  textOf(row: MatterRow): string;
  /** What is said once it is copied. */
  readonly done: string;
}

/**
 * Notes in the audit that text about this person is taken out, or a sheet with it. `false`: it could not be noted, so nothing is
 * taken.
 */
export async function noteTaking(
  { thread: { about } }: MatterRow,
  device: DeviceRecords | null,
  how: 'copy' | 'print',
): Promise<boolean> {
  if (about.kind === 'resident') return noted(device, how, about.resident);
  try {
    // The audit has no print of somebody who is not on the list, so a sheet is noted as text.
    await device?.noteRecordCopy?.(null);
    return true;
  } catch (error) {
    reportCaught(error, 'elements/escalations/copy');
    return false;
  }
}

/** Copies a matter as text, once the copy was noted. `null`: the row went meanwhile, and nothing was copied. */
export async function copyMatter(
  thread: string,
  device: DeviceRecords | null,
  host: CopyingHost,
): Promise<Copied | null> {
  const before = host.row();
  if (before === null) return null;
  if (!(await noteTaking(before, device, 'copy')))
    return { thread, words: 'Not copied: the copy could not be noted.', text: null };
  // Guard: by now another resident may be on screen, or the matter withdrawn. What goes out is what stands here.
  const now = host.row();
  if (now === null) return null;
  const text = host.textOf(now);
  return (await copyText(text))
    ? { thread, words: host.done, text: null }
    : { thread, words: 'Copy it by hand:', text };
}

/** What came of it, with the text where the page does not allow copying. */
export function renderCopied({ words, text }: Copied): TemplateResult {
  return html`<p role="status">${words}</p>
    ${
      text === null
        ? nothing
        : html`<textarea rows="6" readonly aria-label="Text to copy" .value=${text}></textarea>`
    }`;
}
