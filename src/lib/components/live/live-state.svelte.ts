import type { WorkingCopy } from '$lib/input/plan-file/what-if';
import type * as figures from './live-figures';
import type { LiveFigures, LiveForm, Unread } from './live-figures';

const SOON = 120;

type Live = typeof figures;

/** The figures beside a form: as saved, and with what is typed. The plan and the method come to the browser when first needed. */
export class LiveState {
	saved = $state<LiveFigures | null>(null);
	/** null: nothing typed yet. */
	typed = $state<LiveFigures | Unread | null>(null);
	#copy: WorkingCopy | null = null;
	#form: LiveForm | null = null;
	#waiting: ReturnType<typeof setTimeout> | undefined;

	/** Fetches the plan and computes it as saved. Call it in an effect; what it returns ends it. */
	load(planId: string, formOf: (live: Live) => LiveForm): () => void {
		let isGone = false;
		const load = async () => {
			const live = await import('./live-figures');
			const copy = await live.fetchCopy(planId);
			if (isGone) return;
			this.#copy = copy;
			this.#form = formOf(live);
			this.saved = this.#form.saved(copy);
			this.typed = null;
		};
		void load();
		return () => {
			isGone = true;
			clearTimeout(this.#waiting);
		};
	}

	/** Computes what stands in the form, once typing rests. */
	edit(form: HTMLFormElement): void {
		clearTimeout(this.#waiting);
		this.#waiting = setTimeout(() => {
			if (this.#copy && this.#form) this.typed = this.#form.typed(this.#copy, form);
		}, SOON);
	}
}
