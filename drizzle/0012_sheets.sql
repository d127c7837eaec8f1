CREATE TABLE `column_choice` (
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`heading` text NOT NULL,
	`field` text NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `kind`, `heading`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "column_choice_kind_known" CHECK("column_choice"."kind" in ('measures', 'costs', 'funding')),
	CONSTRAINT "column_choice_chosen_at_whole" CHECK(typeof("column_choice"."chosen_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `sheet_upload` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`file_name` text NOT NULL,
	`workbook` text NOT NULL,
	`choices` text,
	FOREIGN KEY (`organisation_id`,`plan_id`) REFERENCES `plan`(`organisation_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "sheet_upload_created_at_whole" CHECK(typeof("sheet_upload"."created_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `sheet_upload_plan` ON `sheet_upload` (`organisation_id`,`plan_id`);