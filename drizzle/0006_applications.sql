CREATE TABLE `application` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`programme` text NOT NULL,
	`call` text,
	`status` text NOT NULL,
	`probability` text NOT NULL,
	`applied_on` text,
	`decides_on` text,
	`decision_case` text,
	`decision_date` text,
	`asked_ore` integer,
	`responsible` text NOT NULL,
	`reports` text NOT NULL,
	`note` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "application_position_whole" CHECK(typeof("application"."position") in ('integer', 'null')),
	CONSTRAINT "application_status_known" CHECK("application"."status" in ('idea', 'planned', 'applied', 'granted', 'contracted', 'paid', 'rejected')),
	CONSTRAINT "application_version_whole" CHECK(typeof("application"."version") in ('integer', 'null')),
	CONSTRAINT "application_asked_ore_whole" CHECK(typeof("application"."asked_ore") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `application_plan` ON `application` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `application_key` ON `application` (`organisation_id`,`plan_id`,`key`);--> statement-breakpoint
-- Lines and their amounts are laid aside and put back: SQLite cannot change the constraints of a table.
CREATE TABLE `funding_line_aside` AS SELECT * FROM `funding_line`;--> statement-breakpoint
CREATE TABLE `funding_amount_aside` AS SELECT * FROM `funding_amount`;--> statement-breakpoint
DROP TABLE `funding_amount`;--> statement-breakpoint
DROP TABLE `funding_line`;--> statement-breakpoint
CREATE TABLE `funding_line` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`cost_item_id` text NOT NULL,
	`programme` text NOT NULL,
	`application` text,
	`status` text,
	`probability` text,
	`note` text NOT NULL,
	`carry_forward` integer,
	`paid_after_years` integer,
	`eligible_cost_ore` integer,
	`applied_on` text,
	`decision_case` text,
	`decision_date` text,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`cost_item_id`) REFERENCES `cost_item`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`,`plan_id`,`application`) REFERENCES `application`(`organisation_id`,`plan_id`,`key`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "funding_line_position_whole" CHECK(typeof("funding_line"."position") in ('integer', 'null')),
	CONSTRAINT "funding_line_status_known" CHECK("funding_line"."status" in ('idea', 'planned', 'applied', 'granted', 'contracted', 'paid', 'rejected')),
	CONSTRAINT "funding_line_says_or_names" CHECK(("funding_line"."application" is null) = ("funding_line"."status" is not null) and ("funding_line"."application" is null) = ("funding_line"."probability" is not null)),
	CONSTRAINT "funding_line_version_whole" CHECK(typeof("funding_line"."version") in ('integer', 'null')),
	CONSTRAINT "funding_line_eligible_cost_ore_whole" CHECK(typeof("funding_line"."eligible_cost_ore") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `funding_amount` (
	`organisation_id` text NOT NULL,
	`funding_line_id` text NOT NULL,
	`position` integer NOT NULL,
	`year` integer NOT NULL,
	`amount_minor` integer,
	`currency` text NOT NULL,
	PRIMARY KEY(`funding_line_id`, `position`),
	FOREIGN KEY (`organisation_id`,`funding_line_id`) REFERENCES `funding_line`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "funding_amount_currency_known" CHECK("funding_amount"."currency" in ('SEK', 'EUR')),
	CONSTRAINT "funding_amount_position_whole" CHECK(typeof("funding_amount"."position") in ('integer', 'null')),
	CONSTRAINT "funding_amount_year_whole" CHECK(typeof("funding_amount"."year") in ('integer', 'null')),
	CONSTRAINT "funding_amount_amount_minor_whole" CHECK(typeof("funding_amount"."amount_minor") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `funding_line_plan` ON `funding_line` (`organisation_id`,`plan_id`);--> statement-breakpoint
CREATE INDEX `funding_line_cost_item` ON `funding_line` (`cost_item_id`);--> statement-breakpoint
CREATE INDEX `funding_line_application` ON `funding_line` (`organisation_id`,`plan_id`,`application`);--> statement-breakpoint
CREATE UNIQUE INDEX `funding_line_organisation` ON `funding_line` (`organisation_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `funding_line_key` ON `funding_line` (`plan_id`,`key`);--> statement-breakpoint
INSERT INTO `funding_line`(`id`, `organisation_id`, `plan_id`, `position`, `key`, `version`, `cost_item_id`, `programme`, `status`, `probability`, `note`, `carry_forward`, `paid_after_years`, `eligible_cost_ore`, `applied_on`, `decision_case`, `decision_date`, `source`, `confidence`) SELECT `id`, `organisation_id`, `plan_id`, `position`, `key`, `version`, `cost_item_id`, `programme`, `status`, `probability`, `note`, `carry_forward`, `paid_after_years`, `eligible_cost_ore`, `applied_on`, `decision_case`, `decision_date`, `source`, `confidence` FROM `funding_line_aside`;--> statement-breakpoint
INSERT INTO `funding_amount` SELECT * FROM `funding_amount_aside`;--> statement-breakpoint
DROP TABLE `funding_amount_aside`;--> statement-breakpoint
DROP TABLE `funding_line_aside`;
