CREATE TABLE `factor_set` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`name` text NOT NULL,
	`price_year` integer NOT NULL,
	`vat` text NOT NULL,
	`source` text NOT NULL,
	`factors` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "factor_set_vat_known" CHECK("factor_set"."vat" in ('excluded', 'included')),
	CONSTRAINT "factor_set_created_at_whole" CHECK(typeof("factor_set"."created_at") in ('integer', 'null')),
	CONSTRAINT "factor_set_price_year_whole" CHECK(typeof("factor_set"."price_year") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `factor_set_name` ON `factor_set` (`organisation_id`,`name`);--> statement-breakpoint
CREATE TABLE `source_release` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`source` text NOT NULL,
	`municipality_code` text NOT NULL,
	`gas` text NOT NULL,
	`fetched_at` integer NOT NULL,
	`origin` text NOT NULL,
	`found` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_release_source_known" CHECK("source_release"."source" in ('emission-database', 'kolada-emissions', 'kolada-population', 'scb-population')),
	CONSTRAINT "source_release_fetched_at_whole" CHECK(typeof("source_release"."fetched_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_release_subject` ON `source_release` (`organisation_id`,`source`,`municipality_code`,`gas`);--> statement-breakpoint
CREATE TABLE `spend_analysis` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`file_name` text NOT NULL,
	`year` integer NOT NULL,
	`vat` text NOT NULL,
	`ledger` text NOT NULL,
	`factor_set_id` text,
	`choices` text NOT NULL,
	FOREIGN KEY (`factor_set_id`) REFERENCES `factor_set`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "spend_analysis_vat_known" CHECK("spend_analysis"."vat" in ('excluded', 'included')),
	CONSTRAINT "spend_analysis_version_whole" CHECK(typeof("spend_analysis"."version") in ('integer', 'null')),
	CONSTRAINT "spend_analysis_created_at_whole" CHECK(typeof("spend_analysis"."created_at") in ('integer', 'null')),
	CONSTRAINT "spend_analysis_year_whole" CHECK(typeof("spend_analysis"."year") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `spend_analysis_plan` ON `spend_analysis` (`organisation_id`,`plan_id`);