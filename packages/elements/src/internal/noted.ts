import type { DeviceRecords, ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';

// Whoever takes a record out of the program leaves a note in the audit before it goes (sync SPEC U1).

/** What was noted of the print that is under way: several components of one page show the same resident. */
const onPaper = new Map<DeviceRecords, Set<ResidentId>>();

/**
 * Notes that text of a record is taken out, or a sheet with it. `false`: it could not be noted, so nothing may go out. A page
 * without such a port keeps its own audit.
 */
export async function noted(
  device: DeviceRecords | null,
  how: 'copy' | 'print',
  resident: ResidentId,
): Promise<boolean> {
  try {
    if (how === 'copy') await device?.noteRecordCopy?.(resident);
    else await device?.notePrint?.(resident);
    return true;
  } catch (error) {
    reportCaught(error, 'elements/note-taken-out');
    return false;
  }
}

/**
 * The same for a print of the whole page that a press asked for: the browser's own note of it is not made twice.
 *
 * @param isStillShown whether that resident is on screen. Guard: by now it may be another one
 */
export async function printPage(
  device: DeviceRecords | null,
  resident: ResidentId,
  isStillShown: () => boolean,
): Promise<boolean> {
  if (!(await noted(device, 'print', resident))) return false;
  if (!isStillShown()) return true;
  if (device !== null) isFirst(device, resident);
  print();
  endPrint();
  return true;
}

/** The browser prints, and waits for nobody. So the note is made beside it, once for each resident. */
export function noteBrowserPrint(device: DeviceRecords | null, resident: ResidentId): void {
  if (device !== null && isFirst(device, resident)) void noted(device, 'print', resident);
}

export function endPrint(): void {
  onPaper.clear();
}

function isFirst(device: DeviceRecords, resident: ResidentId): boolean {
  const residents = onPaper.get(device) ?? new Set();
  onPaper.set(device, residents);
  const isNew = !residents.has(resident);
  residents.add(resident);
  return isNew;
}
