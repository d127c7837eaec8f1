import { SHARE_OF_CUT, TARGET_GAP } from '../../emissions/formulas.ts';
import type { Target } from '../../plan/plan.ts';
import { DIFFERENCE } from '../../sums.ts';
import { derived, figureOf, text, typed, type Explained } from './explained.ts';
import { type Figures, type Scope } from './scope.ts';

function targetOf(scope: Scope, id: string | undefined) {
	const target = scope.plan.targets.find((one) => one.id === id);
	const figures = scope.evaluation.targets.find((one) => one.id === id);
	return target && figures ? { target, figures } : null;
}

/** The level of a target as it stands in the plan. */
export function levelNode({ id, name, targetTonnes, source, confidence }: Target): Explained {
	return typed(text(`Målnivå: ${name}`, `Target level: ${name}`), 't', targetTonnes, {
		part: 'targets',
		id: null,
		field: `${id}.targetTonnes`,
		source,
		confidence
	});
}

/** In place of the path where a target cannot be computed. */
function noPath(target: Target): Explained {
	return typed(text('Utsläpp med portföljen', 'Emissions with the portfolio'), 't', null, {
		part: 'targets',
		id: null,
		field: target.id,
		source: target.source,
		confidence: target.confidence
	});
}

/** What must be cut by the target year: reference − level. */
function neededNode(scope: Scope, target: Target): Explained {
	const path = scope.find(figureOf('reference', target.gas, target.targetYear));
	return derived({
		figure: figureOf('target', target.id, 'needed'),
		label: text(
			`Att minska till målåret: ${target.name}`,
			`To be cut by the target year: ${target.name}`
		),
		unit: 't',
		value: path.value && target.targetTonnes ? path.value.minus(target.targetTonnes) : null,
		formula: DIFFERENCE,
		inputs: () => [path, levelNode(target)]
	});
}

function shareNode(scope: Scope, target: Target): Explained | null {
	const figures = scope.evaluation.targets.find(({ id }) => id === target.id);
	if (figures?.reason !== null || !figures.reference || !figures.abatement || !target.targetTonnes)
		return null;
	const toCut = figures.reference.minus(target.targetTonnes);
	return derived({
		figure: figureOf('target', target.id, 'share'),
		label: text(`Andel av målet: ${target.name}`, `Share of the target: ${target.name}`),
		unit: 'share',
		value: toCut.gt(0) ? figures.abatement.div(toCut) : null,
		formula: SHARE_OF_CUT,
		inputs: () => [
			scope.find(figureOf('creditedIn', target.gas, target.targetYear)),
			scope.find(figureOf('reference', target.gas, target.targetYear)),
			levelNode(target)
		]
	});
}

/** Targets, and how far the portfolio takes the municipality towards them. */
export const targetFigures: Figures = {
	target: (scope, [id, key]) => {
		const found = targetOf(scope, id);
		if (!found) return null;
		const { target, figures } = found;
		const { gas, targetYear } = target;
		const isComputed = figures.reason === null;
		if (key === 'level')
			return { ...levelNode(target), figure: figureOf('target', target.id, 'level') };
		if (key === 'reference' && isComputed)
			return scope.find(figureOf('reference', gas, targetYear));
		if (key === 'abatement' && figures.abatement)
			return scope.find(figureOf('creditedIn', gas, targetYear));
		if (key === 'residual' && isComputed)
			return scope.find(figureOf('residualPath', gas, targetYear));
		if (key === 'needed' && isComputed) return neededNode(scope, target);
		if (key === 'share') return shareNode(scope, target);
		if (key !== 'gap') return null;
		return derived({
			figure: figureOf('target', target.id, 'gap'),
			label: text(`Gap till målet: ${target.name}`, `Gap to the target: ${target.name}`),
			unit: 't',
			value: figures.gap,
			formula: TARGET_GAP,
			note: isComputed
				? null
				: text(
						'Målet kan inte beräknas: det saknar nivå i ton, gäller annat än kommunens område eller ligger utanför planens år.',
						'The target cannot be computed: it has no level in tonnes, is not of the municipality’s territory or lies outside the plan’s years.'
					),
			inputs: () => [
				isComputed ? scope.find(figureOf('residualPath', gas, targetYear)) : noPath(target),
				levelNode(target)
			]
		});
	}
};
