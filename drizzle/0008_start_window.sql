ALTER TABLE `measure` ADD `earliest_start` integer;--> statement-breakpoint
ALTER TABLE `measure` ADD `latest_start` integer;