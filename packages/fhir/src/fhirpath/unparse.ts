import { quoted } from './parse.ts';
import type { Syntax } from './syntax.ts';

/** An expression as text. Every operation has its brackets. */
export function unparse(it: Syntax): string {
  switch (it.kind) {
    case 'literal':
      return typeof it.value === 'string' ? quoted(it.value) : String(it.value);
    case 'empty':
      return '{}';
    case 'other-literal':
      return it.text;
    case 'variable':
      return `%${name(it.name)}`;
    case 'this':
    case 'index':
    case 'total':
      return `$${it.kind}`;
    case 'member':
      return `${before(it.of)}${name(it.name)}`;
    case 'call':
      return `${before(it.of)}${name(it.name)}(${it.args.map(unparse).join(', ')})`;
    case 'indexer':
      return `${unparse(it.of)}[${unparse(it.at)}]`;
    case 'sign':
      return `(${it.sign}${unparse(it.of)})`;
    case 'operation':
      return `(${unparse(it.left)} ${it.op} ${unparse(it.right)})`;
    case 'type':
      return `(${unparse(it.of)} ${it.op} ${it.type})`;
  }
}

function before(of: Syntax | null): string {
  return of === null ? '' : `${unparse(of)}.`;
}

function name(text: string): string {
  return /^[A-Za-z_]\w*$/.test(text) ? text : `\`${text.replace(/[\\`]/g, String.raw`\$&`)}\``;
}
