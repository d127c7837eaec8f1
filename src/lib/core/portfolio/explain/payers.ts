import { ZERO, sum, type Decimal } from '../../decimal.ts';
import { PRESENT_FLOW } from '../../finance/formulas.ts';
import { fundingGap } from '../../funding/gap.ts';
import { FUNDING_GAP, PAYER_BALANCE, WAITING_MONEY } from '../../funding/formulas.ts';
import { certainties, isSecured, type Certainty } from '../../funding/certainty.ts';
import { type FundingFlow } from '../../funding/funding-flows.ts';
import { payers, type CostItem, type Payer } from '../../plan/plan.ts';
import { SUM } from '../../sums.ts';
import { at, zeros } from '../../years.ts';
import { usableMoney } from '../usable-money.ts';
import { payerName, sectorName } from '../../words.ts';
import type { KnownTotalled, Totalled } from '../evaluation.ts';
import type { EvaluatedMeasure } from '../frame.ts';
import { flowOf, isMunicipalCapex } from '../payer-figures.ts';
import { sumOfItems } from './costs.ts';
import { derived, figureOf, given, inYear, text, type Explained } from './explained.ts';
import { weightOf, weightedNode } from './funding.ts';
import { yearAt, type Figures, type Scope } from './scope.ts';
import { series } from './series.ts';

type Text = Explained['label'];

/** The figures of a table of need, funding and what is left: of one payer, or of one sector. */
type Table = {
	readonly path: readonly string[];
	readonly who: Text;
	readonly need: KnownTotalled;
	readonly funding: Readonly<Record<Certainty, KnownTotalled>>;
	readonly left: Totalled;
	readonly flows: readonly FundingFlow[];
	readonly isAsked: (item: CostItem, measure: EvaluatedMeasure) => boolean;
};

function tableFigure(
	scope: Scope,
	table: Table,
	[key, ...rest]: readonly string[]
): Explained | null {
	const { path, who, need, funding, left, flows, isAsked } = table;
	if (key === 'need')
		return sumOfItems(scope, rest[0], {
			path: [...path, 'need'],
			label: text(`Investeringar, ${who.sv}`, `Investments, ${who.en}`),
			perYear: need.perYear,
			isAsked
		});
	const certainty = certainties.find((one) => one === rest[0]);
	if (key === 'funding' && certainty)
		return series(scope, rest[1], {
			path: [...path, 'funding', certainty],
			label: text(`Finansiering, ${who.sv}`, `Funding, ${who.en}`),
			unit: 'kr',
			perYear: funding[certainty].perYear,
			formula: SUM,
			inputs: (index) =>
				flows
					.filter(({ perYear }) => !at(perYear, index).isZero())
					.map((flow) => weightedNode(scope, flow, certainty, index))
		});
	if (key === 'waiting') return waitingFigure(scope, table, rest[0]);
	if (key !== 'left') return null;
	return series(scope, rest[0], {
		path: [...path, 'left'],
		label: text(`Kvar att betala, ${who.sv}`, `Left to pay, ${who.en}`),
		unit: 'kr',
		perYear: left.perYear,
		formula: FUNDING_GAP,
		inputs: (index, year) => leftInputs(scope, table, index, year)
	});
}

/** What secured money there is for a table, and how it is used through the years. */
function securedMoney(scope: Scope, { need, flows }: Table) {
	const { horizon } = scope.frame;
	const money = usableMoney(flows, (line) => weightOf(line, 'secured'), horizon);
	const none = { perYear: zeros(horizon), isCarried: false };
	return { money, waiting: fundingGap(need.perYear, none, money).waiting };
}

/** Need, nobody's own money, the year's own secured funding, and secured money that waited. */
function leftInputs(scope: Scope, table: Table, index: number, year: number): readonly Explained[] {
	const { path, flows } = table;
	const { money } = securedMoney(scope, table);
	const ofYear = flows.filter(({ line }) => line.carryForward !== true);
	return [
		scope.find(figureOf(...path, 'need', year)),
		given(text('Eget utrymme delas inte upp', 'Own capacity is not split'), 'kr', ZERO),
		derived({
			label: inYear(text('Säkrat för året', 'Secured for the year'), year),
			unit: 'kr',
			value: at(money.inYear, index),
			formula: SUM,
			inputs: () =>
				ofYear
					.filter(({ perYear }) => !at(perYear, index).isZero())
					.map((flow) => weightedNode(scope, flow, 'secured', index))
		}),
		scope.find(figureOf(...path, 'waiting', year))
	];
}

function waitingFigure(scope: Scope, table: Table, year: string | undefined): Explained | null {
	const { path, who } = table;
	const { money, waiting } = securedMoney(scope, table);
	const nothing = (sv: string, en: string) => given(text(sv, en), 'kr', ZERO);
	return series(scope, year, {
		path: [...path, 'waiting'],
		label: text(`Säkrat som får vänta, ${who.sv}`, `Secured that may wait, ${who.en}`),
		unit: 'kr',
		perYear: waiting,
		formula: WAITING_MONEY,
		inputs: (index, of) => [
			index === 0
				? nothing('Inget före planen', 'Nothing before the plan')
				: scope.find(figureOf(...path, 'waiting', of - 1)),
			index === 0
				? nothing('Inget behov före planen', 'No need before the plan')
				: scope.find(figureOf(...path, 'need', of - 1)),
			given(
				text('Måste användas året före', 'Had to be used the year before'),
				'kr',
				at(money.inYear, index - 1)
			),
			given(
				inYear(text('Nytt som får vänta', 'New that may wait'), of),
				'kr',
				at(money.mayWait, index)
			)
		]
	});
}

const BALANCE = {
	capex: text('Investeringar', 'Investments'),
	opex: text('Driftkostnader', 'Running costs'),
	saving: text('Besparingar', 'Savings'),
	revenue: text('Intäkter', 'Revenues'),
	grants: text('Säkrade bidrag', 'Secured grants')
} as const;
type BalancePart = keyof typeof BALANCE;

function payerOf(name: string | undefined): Payer | null {
	return payers.find((one) => one === name) ?? null;
}

function partPerYear(scope: Scope, payer: Payer, part: BalancePart): readonly Decimal[] {
	if (part !== 'grants')
		return flowOf(
			scope.measures,
			(item) => item.payer === payer && item.kind === part,
			scope.frame.horizon
		);
	const own = grantsTo(scope, payer);
	return scope.frame.years.map((_, index) => sum(own.map(({ perYear }) => at(perYear, index))));
}

function grantsTo(scope: Scope, payer: Payer): FundingFlow[] {
	return scope.flows.filter(({ line, item }) => item.payer === payer && isSecured(line.status));
}

const ORDER: readonly BalancePart[] = ['capex', 'opex', 'saving', 'revenue', 'grants'];

/** Tables by payer and by sector, and who pays and who gains. */
export const payerFigures: Figures = {
	payer: (scope, [name, ...args]) => {
		const payer = scope.evaluation.payers.find((one) => one.payer === name);
		if (!payer) return null;
		const isAsked = (item: CostItem) => item.payer === payer.payer && item.kind === 'capex';
		return tableFigure(
			scope,
			{
				path: ['payer', payer.payer],
				who: payerName(payer.payer),
				need: payer.capex,
				funding: payer.funding,
				left: payer.left,
				flows: scope.flows.filter(({ item }) => isAsked(item)),
				isAsked
			},
			args
		);
	},
	sector: (scope, [name, ...args]) => {
		const sector = scope.evaluation.sectors.find((one) => (one.sector ?? '-') === name);
		if (!sector) return null;
		const isOfSector = ({ placed }: EvaluatedMeasure) => placed.measure.sector === sector.sector;
		const ids = new Set(scope.measures.filter(isOfSector).map(({ placed }) => placed.measure.id));
		return tableFigure(
			scope,
			{
				path: ['sector', sector.sector ?? '-'],
				who:
					sector.sector === null
						? text('utan sektor', 'without sector')
						: sectorName(sector.sector),
				need: sector.need,
				funding: sector.funding,
				left: sector.left,
				flows: scope.flows.filter(
					({ line, item }) => ids.has(line.measure) && isMunicipalCapex(item)
				),
				isAsked: (item, measure) => isMunicipalCapex(item) && isOfSector(measure)
			},
			args
		);
	},
	balance: (scope, [name, key, year]) => {
		const payer = payerOf(name);
		const figures = scope.evaluation.whoPays.find((one) => one.payer === payer);
		if (!payer || !figures) return null;
		const path = ['balance', payer, key ?? ''];
		const part = ORDER.find((one) => one === key);
		if (part === 'grants')
			return series(scope, year, {
				path,
				label: text(
					`${BALANCE.grants.sv}, ${payerName(payer).sv}`,
					`${BALANCE.grants.en}, ${payerName(payer).en}`
				),
				unit: 'kr',
				perYear: partPerYear(scope, payer, part),
				formula: SUM,
				inputs: (index, of) =>
					grantsTo(scope, payer)
						.filter(({ perYear }) => !at(perYear, index).isZero())
						.map(({ line }) => scope.find(figureOf('line', line.id, of)))
			});
		if (part)
			return sumOfItems(scope, year, {
				path,
				label: text(
					`${BALANCE[part].sv}, ${payerName(payer).sv}`,
					`${BALANCE[part].en}, ${payerName(payer).en}`
				),
				perYear: partPerYear(scope, payer, part),
				isAsked: (item) => item.payer === payer && item.kind === part
			});
		const net = (index: number) =>
			ORDER.slice(2).reduce(
				(left, one) => left.minus(at(partPerYear(scope, payer, one), index)),
				at(partPerYear(scope, payer, 'capex'), index).plus(
					at(partPerYear(scope, payer, 'opex'), index)
				)
			);
		const parts = (of?: number) =>
			ORDER.map((one) =>
				scope.find(figureOf('balance', payer, one, ...(of === undefined ? [] : [of])))
			);
		if (key === 'net' && year === undefined)
			return derived({
				figure: figureOf(...path),
				label: text(`Netto, ${payerName(payer).sv}`, `Net, ${payerName(payer).en}`),
				unit: 'kr',
				value: figures.net,
				formula: PAYER_BALANCE,
				inputs: () => parts()
			});
		if (key === 'net')
			return series(scope, year, {
				path,
				label: text(`Netto, ${payerName(payer).sv}`, `Net, ${payerName(payer).en}`),
				unit: 'kr',
				perYear: scope.frame.years.map((_, index) => net(index)),
				formula: PAYER_BALANCE,
				inputs: (_, of) => parts(of)
			});
		if (key !== 'netPresent') return null;
		return series(scope, year, {
			path,
			label: text(`Netto i nuvärde, ${payerName(payer).sv}`, `Present net, ${payerName(payer).en}`),
			unit: 'kr',
			perYear: scope.frame.years.map((_, index) =>
				net(index).times(at(scope.frame.discount, index))
			),
			total: figures.netPresent,
			formula: PRESENT_FLOW,
			inputs: (index) => [
				scope.find(figureOf('balance', payer, 'net', yearAt(scope, index))),
				scope.find(figureOf('discount', yearAt(scope, index)))
			]
		});
	}
};
