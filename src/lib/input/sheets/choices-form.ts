import { z } from 'zod';
import type { Text } from '../../core/errors.ts';
import { fieldReader, type FormValues } from '../forms/field-reader.ts';
import { MOST_COLUMNS } from './cell.ts';
import { readChoices, twinChoices, type Choices } from './choices.ts';
import { sheetField } from './fields.ts';

const COLUMN = /^column\.(\d{1,3})$/;

/** The form that says how a table is to be read. Other values than those that stand to choose from are refused by field. */
export function readChoicesForm(values: FormValues, before: Choices) {
	const { text, errors } = fieldReader(values);
	const columns = Object.entries(values).flatMap(([name, field]) => {
		const place = Number(COLUMN.exec(name)?.[1] ?? MOST_COLUMNS);
		return place < MOST_COLUMNS && field !== '' ? [[String(place), field]] : [];
	});
	const startYear = text('startYear');
	if (startYear !== '' && !/^\d{4}$/.test(startYear)) errors['startYear'] = YEAR;
	try {
		const choices = readChoices({
			...before,
			sheet: Number(text('sheet')),
			headerRow: Number(text('headerRow')),
			kind: text('kind'),
			unit: text('unit'),
			columns: Object.fromEntries(columns),
			startYear,
			status: text('status') || before.status,
			payer: text('payer') || before.payer,
			pool: text('pool'),
			probability: text('probability'),
			blank: text('blank') || before.blank,
			isMinus: text('isMinus') !== ''
		});
		const isOtherTable =
			choices.sheet !== before.sheet ||
			choices.headerRow !== before.headerRow ||
			choices.kind !== before.kind;
		return { choices, errors, isOtherTable };
	} catch (thrown) {
		if (!(thrown instanceof z.ZodError)) throw thrown;
		for (const { path } of thrown.issues) errors[String(path[0] ?? 'form')] = CHOOSE;
		return { choices: before, errors, isOtherTable: false };
	}
}

const YEAR: Text = {
	sv: 'ska vara ett årtal, till exempel 2028',
	en: 'must be a year, such as 2028'
};
const CHOOSE: Text = {
	sv: 'välj ett av det som står att välja på',
	en: 'choose one of what there is to choose from'
};

const ANSWER = /^(answer|option|row|take)\.(\d{1,5})(?:\.([\w.]{1,60}))?$/;
const LONGEST = 500;
const MOST_ANSWERS = 5_000;

/** Whether the table has such a place. */
function isOfTable(of: string, { kind }: Choices): boolean {
	const isColumn = /^\d{1,3}$/.test(of) && Number(of) < MOST_COLUMNS;
	return of === 'row' || isColumn || sheetField(kind, of) !== undefined;
}

/** Answers to questions about rows, put to those that were given before. What is left empty is not answered. */
export function readAnswers(values: FormValues, before: Choices, rows: number): Choices {
	const answers: Record<string, string> = { ...before.answers };
	// What is written counts before what is chosen.
	for (const wanted of ['option', 'answer', 'row', 'take'])
		for (const [name, value] of Object.entries(values)) {
			const [, what, row, of = 'row'] = ANSWER.exec(name) ?? [];
			const typed = value.trim().slice(0, LONGEST);
			if (what !== wanted || row === undefined || typed === '') continue;
			if (Number(row) > rows || !isOfTable(of, before)) continue;
			if (Object.keys(answers).length >= MOST_ANSWERS) break;
			const key = `${row}.${of}`;
			if (what !== 'take') answers[key] = typed;
			else if (answers[key] === 'skip') delete answers[key];
			else answers[key] = 'take';
		}
	const twins = twinChoices.find((one) => one === values['twins']) ?? before.twins;
	return { ...before, twins, answers };
}
