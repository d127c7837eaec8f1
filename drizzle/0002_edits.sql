CREATE TABLE `edit_step` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`name` text NOT NULL,
	`label` text NOT NULL,
	`state` text DEFAULT 'done' NOT NULL,
	`changes` text NOT NULL,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "edit_step_state_known" CHECK("edit_step"."state" in ('done', 'undone', 'final')),
	CONSTRAINT "edit_step_at_whole" CHECK(typeof("edit_step"."at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `edit_step_plan` ON `edit_step` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE INDEX `edit_step_author` ON `edit_step` (`organisation_id`,`plan_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `plan_section` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`section` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `section`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "plan_section_version_whole" CHECK(typeof("plan_section"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `plan_section_plan` ON `plan_section` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE TABLE `budget_figure` (
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`year` integer NOT NULL,
	`kind` text NOT NULL,
	`amount_ore` integer NOT NULL,
	`status` text NOT NULL,
	`source` text NOT NULL,
	`from_budget` text,
	PRIMARY KEY(`plan_id`, `position`),
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "budget_figure_position_whole" CHECK(typeof("budget_figure"."position") in ('integer', 'null')),
	CONSTRAINT "budget_figure_kind_known" CHECK("budget_figure"."kind" in ('result', 'depreciation', 'newBorrowing', 'otherInvestments', 'loanDebt', 'redirected')),
	CONSTRAINT "budget_figure_status_known" CHECK("budget_figure"."status" in ('decided', 'assumed')),
	CONSTRAINT "budget_figure_year_whole" CHECK(typeof("budget_figure"."year") in ('integer', 'null')),
	CONSTRAINT "budget_figure_amount_ore_whole" CHECK(typeof("budget_figure"."amount_ore") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `budget_figure_plan` ON `budget_figure` (`organisation_id`,`plan_id`);--> statement-breakpoint
ALTER TABLE `funding_line` ADD `decision_case` text;--> statement-breakpoint
ALTER TABLE `funding_line` ADD `decision_date` text;