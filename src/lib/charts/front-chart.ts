import type { Decimal } from '../core/decimal';
import type { ChartOf } from './chart';

type Front = {
	readonly points: readonly { readonly tonnes: Decimal; readonly cost: Decimal }[];
	readonly chosen: number;
	readonly names: { readonly front: string; readonly cost: string; readonly tonnes: string };
	readonly onpick: (index: number) => void;
};

/** The least cost of so many tonnes: a point for each portfolio; picking one chooses it. Cost in units of money, tonnes across. */
export function frontChart({ points, chosen, names, onpick }: Front, perUnit: number): ChartOf {
	return (theme) => ({
		type: 'line',
		data: {
			datasets: [
				{
					label: names.front,
					data: points.map(({ tonnes, cost }) => ({
						x: Number(tonnes),
						y: Number(cost) / perUnit
					})),
					borderColor: theme.secured,
					backgroundColor: theme.secured,
					borderWidth: 2,
					// Between the points there is nothing to choose.
					borderDash: [2, 4],
					pointRadius: points.map((_, index) => (index === chosen ? 10 : 6)),
					pointHoverRadius: 10,
					pointStyle: points.map((_, index) => (index === chosen ? 'rectRot' : 'circle'))
				}
			]
		},
		options: {
			interaction: { mode: 'nearest', axis: 'x', intersect: false },
			onClick: (_, [first]) => {
				if (first) onpick(first.index);
			},
			scales: {
				x: { type: 'linear', title: { display: true, text: names.tonnes } },
				y: { title: { display: true, text: names.cost } }
			},
			plugins: { legend: { display: false } }
		}
	});
}
