import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { auditOperation, type AuditedKind } from '@ehch/fhir/writers';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { NOBODY } from '../nobody.ts';

/** What somebody did with a record beside writing in it. */
export interface AuditedAct {
  readonly kind: AuditedKind;
  /** `null`: it was about no single resident, and `of` says what it was about. Left out, that is a list of the place. */
  readonly resident: ResidentId | null;
  readonly of?: string;
  readonly at: Instant;
  readonly reason?: string | null;
  /** Why it was refused or failed. */
  readonly stopped?: string;
}

interface AuditedHere {
  readonly configuration: EngineConfiguration;
  readonly program: string;
  readonly clockOffsetMs: number | null;
}

/** An audited act as it waits in the outbox: by whoever is signed in, on this device (SPEC U1). */
export function auditedAct({ configuration, program, clockOffsetMs }: AuditedHere, act: AuditedAct) {
  const { kind, resident, at, of, reason, stopped } = act;
  const { sub, display, reference, role, organisation } = configuration.user ?? NOBODY;
  const place = configuration.place?.title ?? configuration.sourceLabel;
  return auditOperation({
    id: crypto.randomUUID(),
    kind,
    at,
    clockOffsetMs,
    author: { sub, display, reference, role },
    organisation: { display: organisation ?? place },
    device: program,
    of: resident === null ? { resident, list: of ?? listOf(kind, place) } : { resident },
    // HL7 v3 ActReason: "break the glass".
    reason: {
      code: kind === 'break-glass' ? 'BTG' : 'TREAT',
      ...(typeof reason === 'string' && { words: reason }),
    },
    ...(stopped !== undefined && { stopped }),
  });
}

/** What an act was about that was about no single resident. */
function listOf(kind: AuditedKind, place: string): string {
  return kind === 'unlock-refused' ? `Records on this device of ${place}` : `Residents of ${place}`;
}
