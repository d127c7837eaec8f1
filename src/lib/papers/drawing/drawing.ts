/** A picture as shapes, in points from its upper left corner: what a page, a PDF and a rasteriser can all draw. */
export type Drawing = {
	readonly width: number;
	readonly height: number;
	readonly shapes: readonly Shape[];
};

export type Point = readonly [x: number, y: number];

export type Shape =
	| {
			readonly kind: 'rect';
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
			readonly fill: string;
			readonly stroke?: string | undefined;
	  }
	| {
			readonly kind: 'path';
			readonly points: readonly Point[];
			readonly stroke: string | null;
			/** A closed path is filled. */
			readonly fill: string | null;
			readonly width: number;
			readonly dash?: readonly number[] | undefined;
	  }
	| {
			readonly kind: 'text';
			readonly x: number;
			/** Of the line that the letters stand on. */
			readonly y: number;
			readonly text: string;
			readonly size: number;
			readonly anchor: 'start' | 'middle' | 'end';
			readonly fill: string;
			readonly isBold?: boolean | undefined;
	  };

/** Few colours that grey print tells apart by their lightness. */
export const INK = {
	text: '#1c2a27',
	soft: '#4c5a56',
	line: '#d5d9d6',
	axis: '#6b7280',
	secured: '#17543f',
	own: '#8fbfa8',
	gap: '#a8402a',
	pays: '#2f7d5d',
	costs: '#d9a04a',
	paper: '#ffffff'
} as const;

/** About how wide letters are, as a share of their height: enough to lay a legend out. */
const LETTER = 0.5;

export function textWidth(text: string, size: number): number {
	return text.length * size * LETTER;
}

/** As much of a text as has room. */
export function fitted(text: string, size: number, room: number): string {
	if (textWidth(text, size) <= room) return text;
	const most = Math.max(1, Math.floor(room / (size * LETTER)) - 1);
	return `${text.slice(0, most).trimEnd()}…`;
}
