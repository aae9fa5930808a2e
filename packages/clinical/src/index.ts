/**
 * The domain: what is known of a resident, and the ports that a host or an engine fills. Each other subject has an
 * entry of its own: `@ehch/clinical/assessment`, `/care-plan`, `/diagnostics`, `/display`, `/escalation`, `/form`, `/glance`,
 * `/instruments`, `/place`, `/roles`, `/rules`, `/safety`, `/session`, `/thread`, `/time`.
 */
export * from './errors.ts';
export type * from './place/place.ts';
export type { WithdrawnContent } from './place/withdrawn.ts';
export type { RoleId } from './roles/role.ts';
export type * from './ports/care-actions.ts';
export type * from './ports/clinical-setting.ts';
export type * from './ports/device-records.ts';
export type * from './ports/drill.ts';
export type * from './ports/home-matters.ts';
export type * from './ports/local-home.ts';
export type * from './ports/resident-source.ts';
export type * from './ports/stop-signal.ts';
export type * from './recorded.ts';
export * from './resident/index.ts';
export type * from './score.ts';
export type * from './section.ts';
export * from './unread-in.ts';
