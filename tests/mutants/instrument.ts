import ts from 'typescript';

/** One operator or constant of the core, broken in one way. */
export type Mutant = {
	readonly id: number;
	readonly file: string;
	readonly line: number;
	/** The line that it is in. */
	readonly within: string;
	readonly from: string;
	readonly to: string;
};

const METHODS: Readonly<Record<string, string>> = {
	plus: 'minus',
	minus: 'plus',
	times: 'div',
	div: 'times',
	gt: 'gte',
	gte: 'gt',
	lt: 'lte',
	lte: 'lt'
};
const OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
	[ts.SyntaxKind.PlusToken]: '-',
	[ts.SyntaxKind.MinusToken]: '+',
	[ts.SyntaxKind.AsteriskToken]: '/',
	[ts.SyntaxKind.SlashToken]: '*',
	[ts.SyntaxKind.LessThanToken]: '<=',
	[ts.SyntaxKind.LessThanEqualsToken]: '<',
	[ts.SyntaxKind.GreaterThanToken]: '>=',
	[ts.SyntaxKind.GreaterThanEqualsToken]: '>',
	[ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
	[ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
	[ts.SyntaxKind.AmpersandAmpersandToken]: '||',
	[ts.SyntaxKind.BarBarToken]: '&&'
};
const NAMES: Readonly<Record<string, string>> = {
	ZERO: 'ONE',
	ONE: 'ZERO',
	min: 'max',
	max: 'min'
};

/**
 * A source in which every mutant can be switched on by its number: each place becomes `__mutant(7) ? broken : original`.
 * Only code inside functions is broken, since what runs when a module loads has run before any mutant is chosen.
 */
export function instrument(source: string, file: string, firstId: number) {
	const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
	const mutants: Mutant[] = [];
	const lines = source.split('\n');

	const textOf = (node: ts.Node) => node.getText(tree);

	/** The node's text with its children instrumented. */
	function inside(node: ts.Node, depth: number): string {
		let text = '';
		let end = node.getStart(tree);
		node.forEachChild((child) => {
			const start = child.getStart(tree);
			if (start < end) return;
			text += source.slice(end, start) + generate(child, depth);
			end = child.getEnd();
		});
		return text + source.slice(end, node.getEnd());
	}

	function generate(node: ts.Node, depth: number): string {
		if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return textOf(node);
		const below = ts.isFunctionLike(node) ? depth + 1 : depth;
		const original = inside(node, below);
		const broken = depth > 0 ? brokenText(node) : null;
		if (broken === null) return original;
		const id = firstId + mutants.length;
		const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
		mutants.push({
			id,
			file,
			line: line + 1,
			within: (lines[line] ?? '').trim(),
			from: textOf(node).slice(0, 120),
			to: broken.slice(0, 120)
		});
		return `(__mutant(${id}) ? ${broken} : ${original})`;
	}

	/** The node's text broken in one place; null for what is left alone. */
	function brokenText(node: ts.Node): string | null {
		if (ts.isCallExpression(node)) return brokenCall(node);
		if (ts.isBinaryExpression(node)) {
			const operator = OPERATORS[node.operatorToken.kind];
			if (operator === undefined || isText(node.left) || isText(node.right)) return null;
			return `(${textOf(node.left)} ${operator} ${textOf(node.right)})`;
		}
		if (ts.isNumericLiteral(node) && !ts.isPropertyAssignment(node.parent))
			return `${textOf(node)} + 1`;
		if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
			return `!!(${textOf(node.operand)})`;
		if (ts.isIdentifier(node) && (node.text === 'ZERO' || node.text === 'ONE') && isValue(node))
			return `__values.${NAMES[node.text]}`;
		return null;
	}

	function brokenCall(node: ts.CallExpression): string | null {
		const called = node.expression;
		const given = source.slice(called.getEnd(), node.getEnd());
		if (ts.isIdentifier(called) && (called.text === 'min' || called.text === 'max'))
			return `__values.${NAMES[called.text]}${given}`;
		if (!ts.isPropertyAccessExpression(called) || ts.isOptionalChain(node)) return null;
		const owner = textOf(called.expression);
		const name = called.name.text;
		if (name === 'neg' || name === 'abs') return `(${owner})`;
		if (name === 'isZero' || name === 'isNegative') return `!(${textOf(node)})`;
		const other = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
		return other === undefined ? null : `${owner}.${other}${given}`;
	}

	function isText(node: ts.Node): boolean {
		return ts.isStringLiteral(node) || ts.isTemplateExpression(node);
	}

	function isValue(node: ts.Identifier): boolean {
		const { parent } = node;
		if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
		return !ts.isPropertyAssignment(parent) && !ts.isShorthandPropertyAssignment(parent);
	}

	return { text: inside(tree, 0), mutants };
}
