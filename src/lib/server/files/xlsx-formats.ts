import type { Cell } from '../../input/sheets/cell.ts';
import type { Archive } from './zip.ts';
import { readXml } from './xml.ts';

/** How a number is shown: as a day, in per cent, or in thousands of what is stored. */
export type NumberFormat = {
	readonly isDay: boolean;
	readonly isPercent: boolean;
	/** The number that is shown is the stored one through 1000, so many times. */
	readonly thousands: number;
};

const PLAIN: NumberFormat = { isDay: false, isPercent: false, thousands: 0 };
/** Formats that files name by number alone (ECMA-376 18.8.30). */
const DAYS: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
const PER_CENTS: ReadonlySet<number> = new Set([9, 10]);

/** The formats of a workbook's cell styles, by their place. */
export async function readFormats(archive: Archive, part: string): Promise<NumberFormat[]> {
	const own = new Map<number, NumberFormat>();
	const styles: NumberFormat[] = [];
	let isInCells = false;
	await readXml(archive.read(part), {
		open: (name, { numFmtId, formatCode }) => {
			if (name === 'numFmt') own.set(Number(numFmtId), formatOf(formatCode ?? ''));
			if (name === 'cellXfs') isInCells = true;
			if (name !== 'xf' || !isInCells) return;
			const id = Number(numFmtId ?? 0);
			styles.push(own.get(id) ?? { ...PLAIN, isDay: DAYS.has(id), isPercent: PER_CENTS.has(id) });
		},
		close: (name) => {
			if (name === 'cellXfs') isInCells = false;
		}
	});
	return styles;
}

function formatOf(whole: string): NumberFormat {
	const code = whole.slice(0, LONGEST_FORMAT);
	// Text in quotes, escaped signs, colours and locales, and all but the section for positive numbers, say nothing here.
	const bare = (
		code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
	).toLowerCase();
	const isNumber = /[0#?]/.test(bare);
	return {
		isDay: !isNumber && /[ydhs]|mm/.test(bare) && !/general|standard/.test(bare),
		isPercent: bare.includes('%'),
		thousands: /[0#?](,+)(?:[^0#?,]|$)/.exec(bare)?.[1]?.length ?? 0
	};
}

/** Excel takes no longer ones. */
const LONGEST_FORMAT = 255;

const MS_PER_DAY = 86_400_000;

/** A number of a sheet as it is shown. Days are counted from 1900 with a leap day that never was, or from 1904. */
export function shownNumber(n: number, format: NumberFormat, is1904: boolean): Cell {
	if (format.isDay) {
		const from = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, n < 60 ? 31 : 30);
		const date = new Date(from + Math.floor(n) * MS_PER_DAY);
		if (n >= 0 && n < 2_958_466) return { day: date.toISOString().slice(0, 10) };
	}
	const shown = Number((n / 1000 ** format.thousands).toPrecision(15));
	return format.isPercent ? { n: shown, isPercent: true } : { n: shown };
}
