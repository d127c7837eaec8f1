CREATE TABLE `calendar_feed` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "calendar_feed_created_at_whole" CHECK(typeof("calendar_feed"."created_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `calendar_feed_user` ON `calendar_feed` (`user_id`);--> statement-breakpoint
CREATE TABLE `call_reminder` (
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`call_id` text NOT NULL,
	`days_before` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `organisation_id`, `call_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_reminder_days_before_whole" CHECK(typeof("call_reminder"."days_before") in ('integer', 'null')),
	CONSTRAINT "call_reminder_created_at_whole" CHECK(typeof("call_reminder"."created_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `catalogue_entry` (
	`row_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` text,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`document` text NOT NULL,
	`seed_hash` text,
	`is_removed` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "catalogue_entry_kind_known" CHECK("catalogue_entry"."kind" in ('programme', 'call')),
	CONSTRAINT "catalogue_entry_is_removed_whole" CHECK(typeof("catalogue_entry"."is_removed") in ('integer', 'null')),
	CONSTRAINT "catalogue_entry_version_whole" CHECK(typeof("catalogue_entry"."version") in ('integer', 'null')),
	CONSTRAINT "catalogue_entry_updated_at_whole" CHECK(typeof("catalogue_entry"."updated_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `catalogue_entry_own` ON `catalogue_entry` (`organisation_id`,`kind`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `catalogue_entry_shared` ON `catalogue_entry` (`kind`,`id`) WHERE "catalogue_entry"."organisation_id" is null;--> statement-breakpoint
CREATE INDEX `catalogue_entry_versions` ON `catalogue_entry` (`organisation_id`,`version`);