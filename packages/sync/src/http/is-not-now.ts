/**
 * Whether an answer says "not now": the server, or something before it, is busy, slow or not well. It says nothing about what
 * was asked. Every list of such statuses comes from here.
 */
export function isNotNow(status: number): boolean {
  return isBusy(status) || status >= 500;
}

/** Whether the server lives, and only asks for patience. */
export function isBusy(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status === 503;
}
