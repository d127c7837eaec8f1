import type { Messages } from './sv';

export const liquidity: Pick<Messages, 'liquidity'> = {
	liquidity: {
		title: 'Liquidity',
		lead: 'The municipality’s own payments, own share. Grants count when they are paid, and only those that are secured. A plan may be fully funded and yet be short of money while it waits.',
		peak: 'Most to bridge',
		peakHelp: (year) => `at the end of ${year}`,
		noPeak: 'the money lasts every year',
		peakUnknown: 'investment capacity or operating frame is missing for a year',
		cost: 'Cost as a loan',
		costHelp: (rate) => `interest on what is bridged, ${rate} a year (the plan’s internal rate)`,
		gap: 'Funding gap, secured funding',
		gapHelp: 'shown apart: a loan never makes it smaller',
		table: (unit) => `Cash per year, ${unit}; minus is money out`,
		row: 'Item',
		capacity: 'Own investment capacity',
		frame: 'Operating frame',
		paidOut: 'Grants paid out',
		need: 'Investments',
		running: 'Running costs after savings and revenues',
		cash: 'Net cash',
		position: 'Cash at the end of the year',
		bridge: 'To bridge',
		bridgeInterest: 'Interest on it',
		chart: (unit) => `Net cash and cash at the end of the year, ${unit}`,
		payments: 'When the grants are paid',
		paymentsTable: (unit) => `Secured grants by year of payment, ${unit}, own share`,
		line: 'Grant',
		late: (amount) => `${amount} comes after the last year of the plan`,
		noPayments: 'No secured grants to the municipality’s costs.',
		setPayouts: 'When the money of an application comes is written at the application.',
		inYear: 'paid in its year',
		advance: (share) => `${share} in advance`,
		after: (years) =>
			years === 0
				? 'the rest in its year'
				: years === 1
					? 'the rest a year after'
					: `the rest ${years} years after`,
		paidAfter: (years) => (years === 1 ? 'paid a year after' : `paid ${years} years after`),
		last: (share, years) =>
			years === 0
				? `${share} in the last year`
				: `${share} ${years === 1 ? 'a year' : `${years} years`} after the last year, when the final report is approved`,
		loans: 'Loans and energy performance contracts (EPC)',
		loansHelp:
			'A loan carries cash until it is repaid. It does not lessen the gap. Only decided loans count here. In the operating budget the part of the investment that the loan pays shows as depreciation and interest.',
		noLoans:
			'No loans are entered. Enter a loan as a funding line of a cost item, such as a green loan from Kommuninvest.',
		loanTable: (unit) => `Loans entered, ${unit}, own share`,
		loan: 'Loan',
		amount: 'Amount',
		rate: 'Interest',
		internal: 'the internal rate',
		years: 'Repaid over',
		yearsOf: (years) => (years === 1 ? '1 year' : `${years} years`),
		never: 'not while the plan lasts',
		counts: 'Counts',
		notDecided: 'no, not decided',
		withLoansTable: (unit) => `Cash with decided loans, ${unit}`,
		drawn: 'Loans drawn',
		repaid: 'Repayment',
		interest: 'Interest on the loans',
		withLoans: 'Cash at the end of the year, with loans',
		peakWithLoans: (amount, unit) => `Most to bridge with the loans: ${amount} ${unit}.`
	}
};
