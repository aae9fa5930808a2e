import type { DeviceRecords } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { copyText } from '../internal/copy-text.ts';
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
}

/** Copies a matter as text for the record, once the copy was noted. `null`: the row went meanwhile, and nothing was copied. */
export async function copyMatter(
  thread: string,
  device: DeviceRecords | null,
  host: CopyingHost,
): Promise<Copied | null> {
  const about = host.row()?.thread.about;
  if (about === undefined) return null;
  try {
    await device?.noteRecordCopy?.(about.kind === 'resident' ? about.resident : null);
  } catch (error) {
    reportCaught(error, 'elements/escalations/copy');
    return { thread, words: 'Not copied: the copy could not be noted.', text: null };
  }
  // Guard: by now another resident may be on screen, or the matter withdrawn. What goes out is what stands here.
  const now = host.row();
  if (now === null) return null;
  const text = host.textOf(now);
  return (await copyText(text))
    ? { thread, words: 'Copied. Paste it into the record of this resident.', text: null }
    : { thread, words: 'Copy it by hand:', text };
}
