import { SaidError, said } from '../text/index.ts';
/** Computes a value from named numbers; a name that isn't known counts as 0. */
export type Formula = (values: Readonly<Record<string, number>>) => number;

const functions: Readonly<Record<string, (...numbers: number[]) => number>> = {
  sqrt: Math.sqrt,
  abs: Math.abs,
  pow: Math.pow,
  floor: Math.floor,
  ceil: Math.ceil,
  log: Math.log,
  log10: Math.log10,
  min: Math.min,
  max: Math.max,
};
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/**
 * Reads an arithmetic expression: numbers, names, + - * / %, comparisons (1 or 0), && and ||, brackets, `math.sqrt(x)`,
 * `check["Style.Rule"]`.
 * It is a small language of its own, so a pack can never run a program.
 *
 * @throws SaidError with what was not understood
 */
export function readFormula(source: string): Formula {
  const tokens =
    source.match(
      /check\[\s*(?:"[^"]*"|'[^']*')\s*\]|\d+(?:\.\d+)?|\.\d+|[A-Za-z_][\w.]*|&&|\|\||[<>=!]=|[-+*/%()<>,]|\S/g,
    ) ?? [];
  let at = 0;
  const formula = readLevel(0);
  if (at < tokens.length) throw new SaidError(said`“${tokens[at] ?? ''}” is not understood in the formula`);
  return formula;

  function readLevel(level: number): Formula {
    const signs = levels[level];
    if (!signs) return readUnary();
    let left = readLevel(level + 1);
    for (let sign = tokens[at]; sign && signs.includes(sign); sign = tokens[at]) {
      at++;
      left = operate(sign, left, readLevel(level + 1));
    }
    return left;
  }

  function readUnary(): Formula {
    const token = tokens[at++];
    if (token === undefined) throw new SaidError(said`the formula ends too soon`);
    if (token === '-') {
      const inner = readUnary();
      return (values) => -inner(values);
    }
    if (token === '(') {
      const inner = readLevel(0);
      if (tokens[at++] !== ')') throw new SaidError(said`“(” without “)” in the formula`);
      return inner;
    }
    if (/^[\d.]/.test(token)) return () => Number(token);
    if (token.startsWith('check[')) {
      const id = token.slice(6, -1).trim().slice(1, -1);
      return (values) => values[alertsOf(id)] ?? 0;
    }
    if (!/^[A-Za-z_]/.test(token)) throw new SaidError(said`“${token}” is not understood in the formula`);
    if (tokens[at] !== '(') return (values) => values[token.replaceAll('.', '_')] ?? 0;
    const call = functions[token.replace(/^math\./, '')];
    if (!call) throw new SaidError(said`the formula calls “${token}”, which is not known`);
    at++;
    const args: Formula[] = [];
    while (tokens[at] !== ')') {
      args.push(readLevel(0));
      if (tokens[at] === ',') at++;
      else if (tokens[at] !== ')') throw new SaidError(said`“(” without “)” in the formula`);
    }
    at++;
    return (values) => call(...args.map((arg) => arg(values)));
  }
}

/** The name under which a formula is handed how often a rule spoke: Vale's `check["Style.Rule"]`. */
export function alertsOf(id: string): string {
  return `check[${id}]`;
}

function operate(sign: string, left: Formula, right: Formula): Formula {
  return (values) => {
    const [a, b] = [left(values), right(values)];
    switch (sign) {
      case '+':
        return a + b;
      case '-':
        return a - b;
      case '*':
        return a * b;
      case '/':
        return a / b;
      case '%':
        return a % b;
      case '<':
        return Number(a < b);
      case '>':
        return Number(a > b);
      case '<=':
        return Number(a <= b);
      case '>=':
        return Number(a >= b);
      case '==':
        return Number(a === b);
      case '!=':
        return Number(a !== b);
      case '&&':
        return Number(a !== 0 && b !== 0);
      default:
        return Number(a !== 0 || b !== 0);
    }
  };
}
