import type { Decimal } from '../core/decimal';
import type { ChartOf } from './chart';

type Named = { readonly label: string; readonly values: readonly (Decimal | null)[] };
type ColumnsAndLine = {
	readonly years: readonly number[];
	readonly columns: Named;
	readonly line: Named & { readonly isDashed: boolean };
};

/** One figure per year as columns and another as a line over them. */
export function columnsAndLine({ years, columns, line }: ColumnsAndLine, perUnit: number): ChartOf {
	const inUnits = ({ values }: Named) =>
		values.map((value) => (value ? Number(value) / perUnit : null));
	return (theme) => ({
		type: 'bar',
		data: {
			labels: years.map(String),
			datasets: [
				{ label: columns.label, data: inUnits(columns), backgroundColor: theme.costs },
				{
					type: 'line',
					// Drawn over the columns.
					order: -1,
					label: line.label,
					data: inUnits(line),
					borderColor: theme.secured,
					backgroundColor: theme.secured,
					borderDash: line.isDashed ? [6, 4] : [],
					pointRadius: 2,
					borderWidth: 2
				}
			]
		},
		options: {
			interaction: { mode: 'index', intersect: false },
			scales: { x: { grid: { display: false } }, y: { beginAtZero: true } },
			plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } }
		}
	});
}
