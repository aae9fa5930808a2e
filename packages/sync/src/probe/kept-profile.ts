import type { Settings } from '@ehch/store';
import { isObject, textAt } from '@ehch/fhir';
import { NOTHING_FOUND, type Findings, type Found } from './findings.ts';
import { probeServer } from './probe.ts';
import type { ProbePorts } from './probing.ts';
import { profileOf, type ServerProfile } from './server-profile.ts';

/** Where the findings are kept on the device. Nothing of a resident is in them. */
const SETTING = 'server-findings';

/** [P] Milliseconds. A server changes with its releases, and each probe writes to it: so once a week. */
const KEPT_FOR_MS = 7 * 86_400_000;

/**
 * The profile of a server: as it was found within the last week, or by trying it out now. If it cannot be tried, older
 * findings hold.
 *
 * @throws {EhchError} as {@link probeServer}, if it was never tried
 */
export async function profileFor(
  settings: Settings,
  ports: ProbePorts & { readonly now: number },
): Promise<ServerProfile> {
  const kept = readKept(await settings.get(SETTING), ports.base);
  // A clock that was set back must not keep findings for a year.
  const isFresh = kept !== null && Math.abs(ports.now - kept.at) < KEPT_FOR_MS;
  if (isFresh) return profileOf(kept.findings);
  try {
    const findings = await probeServer(ports);
    await settings.set(SETTING, { base: ports.base, at: ports.now, findings });
    return profileOf(findings);
  } catch (error) {
    if (kept === null) throw error;
    return profileOf(kept.findings);
  }
}

/** The profile of a server as it was last found, however long ago, without asking it anything. `null`: it was never tried. */
export async function keptProfile(settings: Settings, base: string): Promise<ServerProfile | null> {
  const kept = readKept(await settings.get(SETTING), base);
  return kept === null ? null : profileOf(kept.findings);
}

/** Reads what an earlier release may have kept. What it does not know is not known. */
function readKept(value: unknown, base: string): { readonly at: number; readonly findings: Findings } | null {
  if (!isObject(value) || value['base'] !== base || typeof value['at'] !== 'number') return null;
  const found = value['findings'];
  if (!isObject(found)) return null;
  const known = (name: keyof Findings): Found => (typeof found[name] === 'boolean' ? found[name] : null);
  return {
    at: value['at'],
    findings: {
      ...(Object.fromEntries(
        Object.keys(NOTHING_FOUND).map((name) => [name, known(name as keyof Findings)]),
      ) as unknown as Findings),
      software: textAt(found, 'software'),
      fhirVersion: textAt(found, 'fhirVersion'),
    },
  };
}
