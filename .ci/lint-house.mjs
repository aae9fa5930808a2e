// Rules of this project that no linter has. .oxlintrc.json loads them, and test/layers.test.ts proves that each goes red.

/** The longest line of a template that a reader can take in beside the code, in characters. */
const LONGEST = 120;

const TEMPLATES = new Set(['html', 'svg', 'css']);

/** Whether the block neither handles the error nor says in a comment why not. */
function isSilent(context, block) {
  const { sourceCode } = context;
  return (
    !/\breportCaught\(|\breportError\(|\bthrow\b/.test(sourceCode.getText(block)) &&
    sourceCode.getCommentsInside(block).length === 0
  );
}

/** Whether a handler passes the error on to nothing: it takes none, or never names the one that it takes. */
function dropsError(context, parameters, body) {
  const [error] = parameters;
  if (error === undefined || error === null) return true;
  // What is taken apart is used.
  if (error.type !== 'Identifier') return false;
  return !new RegExp(`\\b${error.name}\\b`).test(context.sourceCode.getText(body));
}

const noSilentCatch = {
  meta: {
    type: 'problem',
    messages: {
      silent:
        'No error vanishes: report it (reportCaught(error, place)), throw it, or say in a comment why it is none.',
    },
  },
  create(context) {
    return {
      CatchClause(node) {
        if (dropsError(context, [node.param], node.body) && isSilent(context, node.body))
          context.report({ node, messageId: 'silent' });
      },
      CallExpression(node) {
        if (node.callee.type !== 'MemberExpression') return;
        const place = { catch: 0, then: 1 }[node.callee.property.name];
        const handler = place === undefined ? undefined : node.arguments[place];
        if (!/Function/.test(handler?.type ?? '') || !dropsError(context, handler.params, handler.body))
          return;
        // The comment may also stand before the statement.
        let statement = node;
        while (statement.parent && !/Statement|Declaration$/.test(statement.type))
          statement = statement.parent;
        const before = context.sourceCode.getCommentsBefore(statement).length > 0;
        if (!before && isSilent(context, handler)) context.report({ node, messageId: 'silent' });
      },
    };
  },
};

const reportedPlace = {
  meta: {
    type: 'problem',
    messages: {
      value: 'The place goes into the log: write it as a literal, so that no value can get there.',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        if (node.callee.name !== 'reportCaught') return;
        const place = node.arguments[1];
        if (place?.type !== 'Literal') context.report({ node, messageId: 'value' });
      },
    };
  },
};

const templateLine = {
  meta: {
    type: 'layout',
    messages: {
      long: `A line of a template has at most ${LONGEST} characters; this one has {{length}}. Break it, or give a part a name.`,
    },
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        if (!TEMPLATES.has(node.tag.name)) return;
        const { lines } = context.sourceCode;
        for (let line = node.loc.start.line; line <= node.loc.end.line; line++) {
          const { length } = lines[line - 1] ?? '';
          if (length <= LONGEST) continue;
          const loc = { start: { line, column: 0 }, end: { line, column: length } };
          context.report({ loc, messageId: 'long', data: { length: String(length) } });
        }
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: {
    'no-silent-catch': noSilentCatch,
    'reported-place': reportedPlace,
    'template-line': templateLine,
  },
};
