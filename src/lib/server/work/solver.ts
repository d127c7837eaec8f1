import loadHighs from 'highs';
import { lpText, type Program } from '../../core/optimise/program.ts';

/** How a solver ended: with the best there is, at its limit with what it had found, or without an answer. */
export type SolverAnswer = {
	readonly status: 'optimal' | 'limit' | 'infeasible' | 'failed';
	/** By column; empty without an answer. */
	readonly values: readonly number[];
	/** Worth of the answer, and what no answer can be worth more than. */
	readonly worth: number | null;
	readonly bound: number | null;
};

export type SolverLimits = {
	readonly seconds: number;
	/** Ends when the answer is within this fraction of the bound. */
	readonly gap: number;
	/** Ends with what it has found as soon as this is so. */
	readonly isStopped?: (() => boolean) | undefined;
};

export type Progress = { readonly worth: number | null; readonly bound: number | null };

/** A solver that blocks its thread while it solves. */
export type Solver = (
	program: Program,
	limits: SolverLimits,
	onProgress?: (progress: Progress) => void
) => SolverAnswer;

/** How far a row may be missed: below an öre where money is in millions of kronor. */
const TOLERANCE = 1e-9;

const TOLD_EVERY_MS = 200;

/** Loads HiGHS, which takes about 40 ms once. */
export async function loadSolver(): Promise<Solver> {
	const highs = await loadHighs();
	const { modelStatus, callbackType } = highs.constants;
	return (program, { seconds, gap, isStopped }, onProgress) => {
		const model = highs.createModel({ format: 'lp', data: lpText(program) });
		try {
			model.options.set({
				output_flag: false,
				time_limit: seconds,
				mip_rel_gap: gap,
				primal_feasibility_tolerance: TOLERANCE,
				mip_feasibility_tolerance: TOLERANCE,
				// A restart of HiGHS 1.15 keeps the worth of an answer that it then gives up, and so misses the best.
				mip_allow_restart: false,
				random_seed: 1
			});
			let toldAt = -Infinity;
			const { modelStatus: status } = model.run({
				[callbackType.mipInterrupt]: (event) => {
					if (isStopped?.()) event.interrupt();
					const now = performance.now();
					if (now - toldAt < TOLD_EVERY_MS) return undefined;
					toldAt = now;
					onProgress?.({
						worth: finite(event.data.mip_primal_bound),
						bound: finite(event.data.mip_dual_bound)
					});
					return undefined;
				}
			});
			if (status === modelStatus.infeasible) return noAnswer('infeasible');
			const isOptimal = status === modelStatus.optimal;
			const isEnded = status === modelStatus.timeLimit || status === modelStatus.interrupted;
			if (!isOptimal && !isEnded) return noAnswer('failed');
			const values = [...model.getSolution().colValue];
			const worth = finite(Number(model.info.get('objective_function_value')));
			if (values.length !== program.columns.length || worth === null) return noAnswer('failed');
			const hasChoices = program.columns.some(({ isChoice }) => isChoice);
			const bound = hasChoices ? finite(Number(model.info.get('mip_dual_bound'))) : worth;
			return { status: isOptimal ? 'optimal' : 'limit', values, worth, bound };
		} finally {
			model.dispose();
		}
	};
}

function noAnswer(status: 'infeasible' | 'failed'): SolverAnswer {
	return { status, values: [], worth: null, bound: null };
}

function finite(value: number | undefined): number | null {
	return value !== undefined && Number.isFinite(value) ? value : null;
}
