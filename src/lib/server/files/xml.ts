import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { broken } from './zip.ts';

/** What a reader of a document wants to know; names of elements come without prefix. */
export type Handlers = {
	readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
	readonly close?: (name: string) => void;
	readonly text?: (text: string) => void;
};

/**
 * Reads an XML document piece by piece. Throws SheetRefusal where it is not well-formed, or declares a document type: those
 * of spreadsheets never do, and entities of one's own could fill the memory or fetch files.
 */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: Handlers): Promise<void> {
	const parser = new SaxesParser({ xmlns: false, position: false });
	parser.on('error', () => {
		throw broken();
	});
	parser.on('doctype', () => {
		throw broken();
	});
	parser.on('opentag', ({ name, attributes }) => handlers.open(local(name), attributes));
	parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
	if (handlers.text) {
		parser.on('text', handlers.text);
		parser.on('cdata', handlers.text);
	}
	const decoder = new StringDecoder('utf8');
	for await (const piece of pieces) parser.write(decoder.write(piece));
	parser.write(decoder.end()).close();
}

/** The attributes by their names without prefix; of most elements they have none, and a sheet has a million. */
export function withoutPrefixes(
	attributes: Readonly<Record<string, string>>
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(attributes).map(([name, value]) => [local(name), value])
	);
}

function local(name: string): string {
	const end = name.indexOf(':');
	return end < 0 ? name : name.slice(end + 1);
}
