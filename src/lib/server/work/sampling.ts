import { randomBeta } from 'd3-random';
import type { Range } from '../../core/plan/plan.ts';
import { randomNumbers } from '../../core/random.ts';
import { pertShape, type Distribution } from '../../core/uncertainty/distributions.ts';
import type { Sampler } from '../../core/uncertainty/simulate.ts';
import type { Uncertain } from '../../core/uncertainty/uncertain.ts';

/** Gives the draws of uncertainties from one seeded stream: the same seed, the same draws. */
export function samplers(
	distribution: Distribution,
	seed: number
): (uncertain: Uncertain) => Sampler {
	const random = randomNumbers(seed);
	return (uncertain) => {
		if (uncertain.kind === 'award') {
			const probability = Number(uncertain.probability);
			return () => (random() < probability ? 1 : 0);
		}
		return distribution === 'pert'
			? pert(uncertain.range, random)
			: triangular(uncertain.range, random);
	};
}

function pert(range: Range, random: () => number): Sampler {
	const [low, , high] = range.map(Number) as [number, number, number];
	if (low === high) return () => low;
	const { alpha, beta } = pertShape(range);
	const draw = randomBeta.source(random)(alpha, beta);
	return () => low + (high - low) * draw();
}

/** The quantile of a random share, in plain numbers; the law itself is in `triangularQuantile`. */
function triangular(range: Range, random: () => number): Sampler {
	const [low, mode, high] = range.map(Number) as [number, number, number];
	const width = high - low;
	return () => {
		const share = random();
		if (width === 0) return low;
		return share * width < mode - low
			? low + Math.sqrt(share * width * (mode - low))
			: high - Math.sqrt((1 - share) * width * (high - mode));
	};
}
