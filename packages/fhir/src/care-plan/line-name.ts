/**
 * The type and id of the resource behind a line, such as `Goal/17`. A view names a fact by the address at which it was read, with
 * the part of the resource after a `#`.
 */
export function lineName(line: string): string {
  return (line.split('#')[0] ?? '').split('/').slice(-2).join('/');
}
